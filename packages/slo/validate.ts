import { type Diagnostic, nearest, show, throwIfAny } from "@pyairtable/diagnostics";
import { errorBudget } from "./budget.ts";
import { BUCKETS_SECONDS } from "./sli.ts";
import { DEFAULT_SCRAPE_INTERVAL_SECONDS, type SloSpec } from "./spec.ts";
import { BURN_WINDOWS, type BurnWindow, DAY_SECONDS, windowsForPeriod } from "./windows.ts";

const TIERS: readonly string[] = ["critical", "standard", "batch"];
const NAME = /^[a-z][a-z0-9-]*$/;

/** Everything wrong with objectives and windows; empty where all is well. */
export function checkSlos(
  specs: readonly SloSpec[],
  windows: readonly BurnWindow[] = BURN_WINDOWS,
  scrapeIntervalSeconds: number = DEFAULT_SCRAPE_INTERVAL_SECONDS,
): readonly Diagnostic[] {
  return [
    ...specs.flatMap((spec) => checkSpec(spec, windows)),
    ...duplicates(specs),
    ...windows.flatMap((window) => checkWindow(window, scrapeIntervalSeconds)),
  ];
}

/** The same, thrown as one `UserError`. */
export function requireSlos(...args: Parameters<typeof checkSlos>): void {
  throwIfAny("Service level objectives", checkSlos(...args));
}

function checkSpec(spec: SloSpec, windows: readonly BurnWindow[]): Diagnostic[] {
  const at = `${spec.service}.slo.${spec.slo}`;
  const found: Diagnostic[] = [];
  const add = (code: string, path: string, got: unknown, wanted: string, fix: string) =>
    found.push({ code, path: `${at}${path}`, got: show(got), wanted, fix });

  for (const name of [spec.service, spec.slo]) {
    if (!NAME.test(name)) add("slo.name", "", name, "lower-case letters, digits and hyphens", "Rename it.");
  }
  if (!(spec.objective > 0 && spec.objective < 1))
    add("slo.objective", ".objective", spec.objective, "above 0 and below 1", objectiveFix(spec.objective));
  if (!TIERS.includes(spec.tier)) {
    const meant = nearest(String(spec.tier), TIERS);
    add("slo.tier", ".tier", spec.tier, TIERS.join(", "), meant ? `Write ${meant}.` : "Use one of them.");
  }
  if (spec.owner.trim() === "") add("slo.owner", ".owner", spec.owner, "a team", "Name the owning team.");
  const longest = Math.max(...windows.map(({ longSeconds }) => longSeconds));
  if (!Number.isInteger(spec.periodDays) || spec.periodDays * DAY_SECONDS < longest)
    add("slo.period", ".periodDays", spec.periodDays, `whole days, at least ${longest / DAY_SECONDS}`, "Use 30.");
  for (const [key, floor] of Object.entries(spec.lowTraffic)) {
    if (!Number.isInteger(floor) || floor < 1)
      add("slo.low-traffic", `.lowTraffic.${key}`, floor, "a whole number, at least 1", "Use 1 to switch it off.");
  }
  if (spec.sli.kind === "slower-than" && !BUCKETS_SECONDS.includes(spec.sli.thresholdSeconds)) {
    const bounds = `a bucket bound in seconds: ${BUCKETS_SECONDS.join(", ")}`;
    add("slo.bucket", ".sli.thresholdSeconds", spec.sli.thresholdSeconds, bounds, "Take the next bound.");
  }
  if (found.length === 0) found.push(...unreachable(spec, at));
  return found;
}

/** What to do about an objective that is none: percent for a share, all or nothing. */
export function objectiveFix(objective: number): string {
  // 99.9 / 100 is not 0.999.
  if (objective > 1 && objective < 100)
    return `Write ${Number((objective / 100).toPrecision(12))}: it is a share, not percent.`;
  return objective === 1 ? "Leave some budget: 100% can only be broken." : "Give a share such as 0.999.";
}

/** Even with every request bad the burn rate is 1 / budget; above that no alert fires. */
function unreachable(spec: SloSpec, at: string): Diagnostic[] {
  return windowsForPeriod(spec.periodDays)
    .filter(({ factor }) => factor * errorBudget(spec.objective) >= 1)
    .map(({ name, factor }) => ({
      code: "slo.factor",
      path: `${at}.objective`,
      got: `${spec.objective}, which burns at most ${round(1 / errorBudget(spec.objective))} times`,
      wanted: `an objective above ${round(1 - 1 / factor)} for window ${name}, which fires above ${round(factor)}`,
      fix: "Raise the objective: this alert could never fire.",
    }));
}

function duplicates(specs: readonly SloSpec[]): Diagnostic[] {
  const byId = Map.groupBy(specs, ({ service, slo }) => `${service}.slo.${slo}`);
  return [...byId]
    .filter(([, same]) => same.length > 1)
    .map(([path, same]) => ({
      code: "slo.duplicate",
      path,
      got: `${same.length} objectives of this name`,
      wanted: "one",
      fix: "Rename or remove one.",
    }));
}

function checkWindow(window: BurnWindow, scrapeIntervalSeconds: number): Diagnostic[] {
  const found: Diagnostic[] = [];
  const add = (path: string, got: string, wanted: string, fix: string) =>
    found.push({ code: "slo.window", path: `windows.${window.name}${path}`, got, wanted, fix });
  const least = 2 * scrapeIntervalSeconds;
  if (window.shortSeconds < least)
    add(".shortSeconds", `${window.shortSeconds} s`, `at least ${least} s: two scrapes`, "Lengthen it.");
  if (window.longSeconds <= window.shortSeconds)
    add(".longSeconds", `${window.longSeconds} s`, `more than ${window.shortSeconds} s`, "Swap or lengthen them.");
  if (!(window.factor > 0)) add(".factor", String(window.factor), "above 0", "Give the burn rate to fire at.");
  return found;
}

const round = (value: number) => Math.round(value * 1000) / 1000;
