import { type Diagnostic, show } from "@pyairtable/diagnostics";
import { BUCKETS_SECONDS, objectiveFix } from "@pyairtable/slo";
import type { SloClass } from "./slo-classes.ts";

const FILE = "catalog/data/slo-classes.json";

/** Promises that nobody can hold or measure, each once, however many services have the class. */
export function checkSloClasses(classes: Readonly<Record<string, SloClass>>): Diagnostic[] {
  return Object.entries(classes).flatMap(([name, { availability, latencyP95Ms }]) => [
    ...(availability > 0 && availability < 1 ? [] : [availabilityProblem(name, availability)]),
    ...(BUCKETS_SECONDS.includes(latencyP95Ms / 1000) ? [] : [latencyProblem(name, latencyP95Ms)]),
  ]);
}

function availabilityProblem(name: string, got: number): Diagnostic {
  return problem(name, "availability", got, "a share above 0 and below 1", objectiveFix(got));
}

function latencyProblem(name: string, got: number): Diagnostic {
  const bounds = BUCKETS_SECONDS.map((seconds) => seconds * 1000).join(", ");
  const fix = "Take the next bound: a histogram tells nothing between two of them.";
  return problem(name, "latencyP95Ms", got, `milliseconds, a bound of the latency histogram: ${bounds}`, fix);
}

function problem(name: string, key: keyof SloClass, got: number, wanted: string, fix: string): Diagnostic {
  return { code: "catalog.slo-class", path: `${FILE}: classes.${name}.${key}`, got: show(got), wanted, fix };
}
