import type { Drain } from "@pyairtable/plan";
import { type CatalogEntry, calleesOf } from "../entry.ts";

/** Variables the platform sets in every task. */
export const RESERVED_VARIABLES = [
  "DRAIN_IN_FLIGHT_SECONDS",
  "DRAIN_LB_WAIT_SECONDS",
  "ENVIRONMENT",
  "PORT",
  "SERVICE_NAME",
] as const;

/** Variable with the address of a callee: `record-service` → `RECORD_SERVICE_URL`. */
export function urlVariable(callee: string): string {
  return `${callee.toUpperCase().replaceAll("-", "_")}_URL`;
}

/** Plain environment variables of a task: where its callees are and how to drain. Sorted by name. */
export function environmentOf(
  entry: CatalogEntry,
  portOf: ReadonlyMap<string, number>,
  drain: Drain,
  environment: string,
): Readonly<Record<string, string>> {
  const variables: Record<(typeof RESERVED_VARIABLES)[number], string> & Record<string, string> = {
    DRAIN_IN_FLIGHT_SECONDS: String(drain.inFlightSeconds),
    DRAIN_LB_WAIT_SECONDS: String(drain.lbWaitSeconds),
    ENVIRONMENT: environment,
    PORT: String(entry.port),
    SERVICE_NAME: entry.name,
  };
  for (const callee of calleesOf(entry)) {
    variables[urlVariable(callee)] = `http://${callee}:${portOf.get(callee)}`;
  }
  return Object.fromEntries(Object.entries(variables).sort(([a], [b]) => (a < b ? -1 : 1)));
}
