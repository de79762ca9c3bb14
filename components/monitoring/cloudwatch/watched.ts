import type { Tier } from "@pyairtable/plan";

/** What CloudWatch has of one service on ECS, all plain. */
export interface WatchedService {
  readonly name: string;
  readonly tier: Tier;
  /** Physical names; the kind is their end: `…-errors-5xx`, `…-latency-p95`, `…-tasks-missing`. */
  readonly alarmNames: readonly string[];
  readonly logGroupName: string;
}
