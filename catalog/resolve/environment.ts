import type { Drain } from "@pyairtable/plan";
import type { CatalogEntry } from "../entry.ts";

/** Plain environment variables of a task: where its callees are and how to drain. Sorted by name. */
export function environmentOf(
  entry: CatalogEntry,
  portOf: ReadonlyMap<string, number>,
  drain: Drain,
  environment: string,
): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {
    DRAIN_IN_FLIGHT_SECONDS: String(drain.inFlightSeconds),
    DRAIN_LB_WAIT_SECONDS: String(drain.lbWaitSeconds),
    ENVIRONMENT: environment,
    PORT: String(entry.port),
    SERVICE_NAME: entry.name,
  };
  for (const callee of entry.calls) {
    variables[`${callee.toUpperCase().replaceAll("-", "_")}_URL`] = `http://${callee}:${portOf.get(callee)}`;
  }
  return Object.fromEntries(Object.entries(variables).sort(([a], [b]) => (a < b ? -1 : 1)));
}
