import { secretName } from "./metadata.ts";
import type { WorkloadRecord } from "./record.ts";

/** Set by the component; a service's own variables may not be named so. */
export const RESERVED_VARIABLES = [
  "DRAIN_IN_FLIGHT_SECONDS",
  "DRAIN_LB_WAIT_SECONDS",
  "DRAIN_STOP_TIMEOUT_SECONDS",
  "PORT",
] as const;

/** Variables of the container, sorted by name: the order of keys in a catalog entry never shows as a difference. */
export function environmentOf({ service, container, drain }: WorkloadRecord) {
  const plain = {
    ...container.variables,
    PORT: String(container.port),
    // What was slept before SIGTERM is not waited for again, and SIGKILL is that much nearer.
    DRAIN_LB_WAIT_SECONDS: String(drain.lbWaitSeconds - drain.preStopSeconds),
    DRAIN_IN_FLIGHT_SECONDS: String(drain.inFlightSeconds),
    DRAIN_STOP_TIMEOUT_SECONDS: String(drain.gracePeriodSeconds - drain.preStopSeconds),
  };
  const name = secretName(service);
  return [
    ...Object.entries(plain).map(([variable, value]) => ({ name: variable, value })),
    ...container.secrets.map(({ variable }) => ({
      name: variable,
      valueFrom: { secretKeyRef: { name, key: variable } },
    })),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
}
