import { type CatalogEntry, calleesOf } from "../entry.ts";

/** Variables the platform sets in every task; the first four come from the component that makes the task. */
export const RESERVED_VARIABLES = [
  "DRAIN_IN_FLIGHT_SECONDS",
  "DRAIN_LB_WAIT_SECONDS",
  "DRAIN_STOP_TIMEOUT_SECONDS",
  "PORT",
  "ENVIRONMENT",
  "SERVICE_NAME",
] as const;

/** Variable with the address of a callee: `record-service` → `RECORD_SERVICE_URL`. */
export function urlVariable(callee: string): string {
  return `${callee.toUpperCase().replaceAll("-", "_")}_URL`;
}

/** Plain environment variables of a task: who it is and where its callees are. Sorted by name. */
export function environmentOf(
  entry: CatalogEntry,
  addressOf: (callee: string) => string,
  environment: string,
): Readonly<Record<string, string>> {
  const variables: Record<string, string> = { ENVIRONMENT: environment, SERVICE_NAME: entry.name };
  for (const callee of calleesOf(entry)) {
    variables[urlVariable(callee)] = `http://${addressOf(callee)}`;
  }
  return Object.fromEntries(Object.entries(variables).sort(([a], [b]) => (a < b ? -1 : 1)));
}
