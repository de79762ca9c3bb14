import type { CostTags } from "@pyairtable/plan";
import type { ClusterTransform } from "./transform.ts";

/** The cluster all services of an environment share. Free by itself. */
export interface ClusterArgs {
  /** Example `pyairtable`. */
  readonly project: string;
  /** Stack name. With the project it is the cluster's and the namespace's name: `pyairtable-prod`. */
  readonly environment: string;
  readonly region: string;
  /** Twelve digits, plain so that policies are known in preview. */
  readonly accountId: string;
  /** Tags of what all share; `Service` is `platform`. */
  readonly tags: CostTags;
  /**
   * Container Insights. Default `disabled`: it sends custom metrics (0.30 USD a metric-month) for each service and
   * task, which at thirty services is tens of dollars a month. `enabled` adds desired and running counts, `enhanced`
   * adds each task and container: turn it on while hunting a problem, or where the counts feed an alarm.
   */
  readonly containerInsights?: "disabled" | "enabled" | "enhanced";
  /** ECS Exec with every session's input and output in an encrypted log. Default null (off). A key costs 1 USD a month. */
  readonly exec?: { readonly auditRetentionDays: number; readonly why: string } | null;
  /** Share of tasks on Spot where a service states no placement, percent, 0 to 100. Default 70. */
  readonly spotPercent?: number;
  /** Customer key for the ephemeral disks of Fargate tasks. Default null: AWS's own key. */
  readonly ephemeralStorageKmsKeyArn?: string | null;
  readonly transform?: ClusterTransform;
}

export interface ClusterRecord {
  readonly project: string;
  readonly environment: string;
  readonly region: string;
  readonly accountId: string;
  readonly tags: CostTags;
  /** Physical name of cluster and namespace. */
  readonly clusterName: string;
  readonly containerInsights: "disabled" | "enabled" | "enhanced";
  readonly exec: { readonly auditRetentionDays: number; readonly why: string } | null;
  readonly execLogGroupName: string;
  readonly execKeyAlias: string;
  readonly spotPercent: number;
  readonly ephemeralStorageKmsKeyArn: string | null;
}
