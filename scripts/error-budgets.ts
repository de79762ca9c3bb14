import { join, relative, resolve } from "node:path";
import { show, UserError } from "@pyairtable/diagnostics";
import {
  type ErrorBudgets,
  errorBudgetsOf,
  lowestRemaining,
  queryRemaining,
  requireErrorBudgets,
  withoutSeries,
} from "@pyairtable/slo/error-budgets";
import { loadPlan } from "../stacks/config/load.ts";
import { optionsCommand } from "./lib/options-command.ts";
import { type Column, formatTable } from "./lib/table.ts";
import { whileWaiting } from "./lib/while-waiting.ts";
import { writeWhole } from "./lib/write-file.ts";

const ROOT = join(import.meta.dirname, "..");
const OPTIONS = {
  stack: { type: "string", value: "name", help: "the environment", default: "prod" },
  prometheus: { type: "string", value: "url", help: "where its Prometheus answers, http://127.0.0.1:9090" },
  timeout: { type: "string", value: "s", help: "seconds to wait for an answer, 1 to 300", default: "10" },
  folder: { type: "string", value: "path", help: "where <stack>.json goes", default: "monitoring/error-budgets" },
} as const;

const right = (title: string): Column => ({ title, align: "right" });
const COLUMNS: readonly Column[] = [
  { title: "service" },
  right("availability left"),
  right("latency left"),
  right("on Spot"),
  right("minimum"),
  { title: "budget" },
];

await optionsCommand(
  "error-budgets",
  "Measures what is left of each error budget, for the policy that warns of risky change.",
  OPTIONS,
  async (options) => {
    const url = options.prometheus ?? missingUrl();
    const timeoutMs = timeoutOf(options.timeout);
    const plan = loadPlan(options.stack);
    const measured = await whileWaiting("asking Prometheus", queryRemaining({ url, timeoutMs }));
    const now = new Date();
    const path = resolve(ROOT, options.folder, `${options.stack}.json`);
    const services = plan.services.map(({ name }) => name);
    const budgets = errorBudgetsOf(plan, measured, now);
    requireErrorBudgets(budgets, path, { services, now });
    writeWhole(path, `${JSON.stringify(budgets, null, 2)}\n`);
    const strangers = [...measured.keys()].filter((name) => !services.includes(name));
    process.stdout.write(`${report(budgets, strangers, relative(process.cwd(), path))}\n`);
  },
);

function report(budgets: ErrorBudgets, strangers: readonly string[], path: string): string {
  const rows = Object.entries(budgets.services).map(([name, { remaining, spotShare, replicasMin }]) => {
    const { availability, latency } = remaining;
    return [name, percent(availability), percent(latency), percent(spotShare), replicasMin, verdict(remaining)];
  });
  const out = Object.entries(budgets.services).flatMap(([name, { remaining }]) =>
    verdict(remaining) === "SPENT" ? [name] : [],
  );
  const unseen = withoutSeries(budgets);
  const says = [
    out.length === 0 ? "No service is out of budget." : `Out of budget: ${out.join(", ")}.`,
    ...(unseen.length === 0 ? [] : [`Without series, written as null: ${unseen.join(", ")}.`]),
    ...(strangers.length === 0 ? [] : [`Measured, but not in the plan, left out: ${strangers.join(", ")}.`]),
    `Wrote ${path}. Run npm run generate and commit both files: the next preview judges by them.`,
  ];
  return `${formatTable(COLUMNS, rows)}\n\n${says.join("\n")}`;
}

function verdict(remaining: ErrorBudgets["services"][string]["remaining"]): string {
  const lowest = lowestRemaining(remaining);
  if (lowest === undefined) return "not measured";
  return lowest.remaining <= 0 ? "SPENT" : "left";
}

function percent(share: number | null): string {
  return share === null ? "–" : `${(share * 100).toFixed(1)}%`;
}

function missingUrl(): never {
  const wanted = "the URL of the stack's Prometheus";
  const fix = "Forward its port and pass --prometheus http://127.0.0.1:9090.";
  throw refused("--prometheus", undefined, wanted, fix);
}

function timeoutOf(given: string): number {
  const seconds = /^\d+$/.test(given) ? Number(given) : 0;
  if (seconds >= 1 && seconds <= 300) return seconds * 1_000;
  throw refused("--timeout", given, "whole seconds, 1 to 300", "Write the number without sign or point.");
}

function refused(flag: string, got: unknown, wanted: string, fix: string): UserError {
  const path = `error-budgets ${flag}`;
  return new UserError("error-budgets", [{ code: "command.option", path, got: show(got), wanted, fix }]);
}
