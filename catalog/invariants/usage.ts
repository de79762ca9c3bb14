import type { Diagnostic } from "@pyairtable/diagnostics";
import type { CatalogEntry } from "../entry.ts";
import { type Invariant, problem } from "./subject.ts";

const WINDOW_DAYS = 14;
const DAY_MS = 86_400_000;

/** Usage is there, in order, in range, over two whole weeks, and over the same weeks for all. */
export const usageInvariant: Invariant = ({ catalog }) =>
  catalog.flatMap((entry) => [...numbers(entry), ...windowOf(entry, catalog[0]!)]);

function numbers({ name, usage, exposure }: CatalogEntry): Diagnostic[] {
  const problems = (["cpuPercent", "memoryPercent"] as const).flatMap((field): Diagnostic[] => {
    const { p50, p95, p99 } = usage[field];
    const at = `${name}.usage.${field}`;
    if ([p50, p95, p99].some(Number.isNaN)) {
      const fix = "Add the service to the usage table; a new one starts from a load test.";
      return [problem("usage-missing", at, null, "p50, p95 and p99 in percent", fix)];
    }
    if (p50 > 0 && p50 <= p95 && p95 <= p99 && p99 <= 100) return [];
    const wanted = "0 < p50 ≤ p95 ≤ p99 ≤ 100";
    return [problem("usage-order", at, [p50, p95, p99], wanted, "Check the query that made these numbers.")];
  });
  const requests = usage.requestsPerSecondP95;
  // A public service scales by requests; the target is a quotient of this number.
  if (exposure === "public" && !(requests > 0)) {
    const fix = "Give the p95 of requests a second.";
    problems.push(problem("usage-missing", `${name}.usage.requestsPerSecondP95`, requests, "above 0", fix));
  }
  return problems;
}

function windowOf({ name, usage }: CatalogEntry, first: CatalogEntry): Diagnostic[] {
  const at = `${name}.usage`;
  const got = `${usage.from} to ${usage.to}`;
  const days = (Date.parse(usage.to) - Date.parse(usage.from)) / DAY_MS + 1;
  const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);
  if (!isDate(usage.from) || !isDate(usage.to) || days !== WINDOW_DAYS) {
    const fix = "Export two whole weeks: a shorter window misses the weekly rhythm.";
    return [problem("usage-window", at, got, `${WINDOW_DAYS} days, inclusive, as YYYY-MM-DD`, fix)];
  }
  if (usage.from === first.usage.from && usage.origin === first.usage.origin) return [];
  const wanted = `the window and origin of ${first.name}: ${first.usage.from} to ${first.usage.to}, ${first.usage.origin}`;
  return [problem("usage-window", at, `${got}, ${usage.origin}`, wanted, "Take all usage from one export.")];
}
