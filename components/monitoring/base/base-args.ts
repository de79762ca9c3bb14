import type { Input } from "@pulumi/pulumi";
import type { MonitoringPlan, Plan } from "@pyairtable/plan";
import type { BaseTransform } from "../transform.ts";

/** What services need of monitoring before they are made. */
export interface MonitoringBaseArgs {
  readonly plan: Plan;
  readonly monitoring: MonitoringPlan;
  /** Twelve digits, plain. */
  readonly accountId: string;
  readonly vpcId: Input<string>;
  /** Changes any child's args before it is made. */
  readonly transform?: BaseTransform;
}
