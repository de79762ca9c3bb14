import type { Input } from "@pulumi/pulumi";
import type { MonitoringPlan, Plan } from "@pyairtable/plan";
import type { GroupsTransform, TopicTransform } from "../transform.ts";

export interface AlarmTopicArgs {
  readonly plan: Plan;
  readonly monitoring: Pick<MonitoringPlan, "alarms">;
  /** Twelve digits, plain. */
  readonly accountId: string;
  /** Changes any child's args before it is made. */
  readonly transform?: TopicTransform;
}

/** What tasks wear so that they are watched: made before them. */
export interface MonitoringGroupsArgs {
  readonly plan: Plan;
  readonly monitoring: MonitoringPlan;
  /** Twelve digits, plain. */
  readonly accountId: string;
  readonly vpcId: Input<string>;
  readonly transform?: GroupsTransform;
}
