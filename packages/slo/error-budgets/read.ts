import { type Diagnostic, nearest, show, throwIfAny, UserError } from "@pyairtable/diagnostics";
import { explain, pathOf } from "./explain.ts";
import { type ErrorBudgets, errorBudgetsSchema } from "./schema.ts";

export interface ReadOptions {
  /** Names a budget may be of: the catalog's. */
  readonly services: readonly string[];
  /** What time it is: no measurement is of the future. */
  readonly now: Date;
}

/** Clocks of two machines differ. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** Reads the text of `monitoring/error-budgets/<stack>.json`. `subject` is its name in messages. Throws one `UserError`. */
export function parseErrorBudgets(text: string, subject: string, options: ReadOptions): ErrorBudgets {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const got = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    const fix = "Correct the place, or write the file anew with npm run error-budgets.";
    throw new UserError(subject, [{ code: "budgets.json", path: subject, got, wanted: "JSON", fix }]);
  }
  return requireErrorBudgets(value, subject, options);
}

/** The same for a value that is parsed already, or was just measured. */
export function requireErrorBudgets(value: unknown, subject: string, options: ReadOptions): ErrorBudgets {
  const parsed = errorBudgetsSchema.safeParse(value);
  const shape = parsed.success ? [] : parsed.error.issues.flatMap((issue) => explain(issue, value, subject));
  throwIfAny(subject, [...shape, ...strangers(value, subject, options), ...future(value, subject, options)]);
  return parsed.data as ErrorBudgets;
}

function strangers(value: unknown, subject: string, { services }: ReadOptions): Diagnostic[] {
  const given = field(value, "services");
  if (typeof given !== "object" || given === null || Array.isArray(given)) return [];
  const known = new Set(services);
  return Object.keys(given)
    .filter((name) => !known.has(name))
    .map((name) => {
      const near = nearest(name, services);
      const fix = near === undefined ? "Remove it: the catalog has no such service." : `Rename it to ${near}.`;
      const path = pathOf(subject, ["services", name]);
      return { code: "budgets.service", path, got: show(name), wanted: "a service of the catalog", fix };
    });
}

function future(value: unknown, subject: string, { now }: ReadOptions): Diagnostic[] {
  const measuredAt = field(value, "measuredAt");
  if (typeof measuredAt !== "string" || !(Date.parse(measuredAt) > now.getTime() + CLOCK_SKEW_MS)) return [];
  const wanted = `no later than now, ${now.toISOString()}`;
  const fix = "Correct the instant, or the clock of the machine that measured.";
  return [{ code: "budgets.future", path: pathOf(subject, ["measuredAt"]), got: show(measuredAt), wanted, fix }];
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
