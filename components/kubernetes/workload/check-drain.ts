import type { Reporter } from "../../shared/index.ts";
import type { WorkloadRecord } from "./record.ts";

/** After SIGTERM a process still answers this long with `Connection: close`; closing at once loses what is on its way. */
const FAREWELL_SECONDS = 5;
/** To close pools and write out the last telemetry. */
const MARGIN_SECONDS = 5;

/** A pod leaves without losing a request: sleep, say farewell, finish, then be killed at the earliest. */
export function checkDrain({ drain }: WorkloadRecord, report: Reporter): void {
  const { lbWaitSeconds, inFlightSeconds, gracePeriodSeconds, preStopSeconds } = drain;
  report.wholeNumber("drain.lbWaitSeconds", lbWaitSeconds, 0, 300, "seconds");
  report.wholeNumber("drain.inFlightSeconds", inFlightSeconds, 0, 600, "seconds");
  report.wholeNumber("gracePeriodSeconds", gracePeriodSeconds, 30, 600, "seconds");
  report.wholeNumber("preStopSeconds", preStopSeconds, 1, 300, "seconds");
  const needed = lbWaitSeconds + inFlightSeconds + MARGIN_SECONDS;
  report.unless(gracePeriodSeconds >= needed, {
    code: "drain",
    path: "gracePeriodSeconds",
    got: gracePeriodSeconds,
    wanted: `at least ${needed}: ${lbWaitSeconds} wait, ${inFlightSeconds} in flight, ${MARGIN_SECONDS} to close`,
    fix: "Raise it, or shorten the drain: what is in flight at the end is killed.",
  });
  report.unless(preStopSeconds <= lbWaitSeconds - FAREWELL_SECONDS, {
    code: "drain",
    path: "preStopSeconds",
    got: preStopSeconds,
    wanted: `at most ${Math.max(lbWaitSeconds - FAREWELL_SECONDS, 0)}: ${FAREWELL_SECONDS} s of the wait stay for after SIGTERM`,
    fix: "Shorten it: only after SIGTERM does the process tell its callers to close idle connections.",
  });
}
