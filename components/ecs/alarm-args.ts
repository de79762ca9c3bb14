/**
 * - `tasks-missing`: fewer tasks run than the floor (Spot shortage); from the free CPU metric's sample count.
 * - `memory-high`, `cpu-high`: utilisation above the threshold for 10 of 15 minutes.
 * - `errors-5xx`: share of 5xx answers; of the target group where public, of Service Connect where internal.
 * - `latency-p95`: target response time at the load balancer; public only.
 */
export const ALARM_KINDS = ["tasks-missing", "memory-high", "cpu-high", "errors-5xx", "latency-p95"] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

export interface AlarmArgs {
  /** Which alarms. Default: README, section Alarms; chosen so that none repeats what autoscaling already does. */
  readonly kinds?: readonly AlarmKind[];
  /** Percent. Default 90. */
  readonly memoryPercent?: number;
  /** Percent. Default 90. */
  readonly cpuPercent?: number;
  /** 5xx answers, percent of all. Default 5. */
  readonly errorPercent?: number;
  /** Requests a minute below which the 5xx share says nothing. Default 20. */
  readonly minimumRequestsPerMinute?: number;
  /** Milliseconds. Default 500. */
  readonly latencyP95Ms?: number;
  /** Deployments roll back on 5xx and latency alarms, never on counts of hosts or tasks. Default true. */
  readonly rollback?: boolean;
}
