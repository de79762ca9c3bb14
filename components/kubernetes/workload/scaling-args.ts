import type { AutoscalerPlan, DeploymentPlan, DisruptionPlan, VerticalPlan } from "@pyairtable/plan";

/** How many pods, how large, and how few may stay. */
export interface ScalingArgs {
  /** Pods, minimum while awake and maximum. */
  readonly replicas: { readonly min: number; readonly max: number };
  /** The one owner of the replica count. Default: HPA at 70% CPU between `replicas.min` and `replicas.max`. */
  readonly autoscaler?: AutoscalerArgs;
  /** VerticalPodAutoscaler; null (default) makes none. */
  readonly vertical?: VerticalArgs | null;
  /** PodDisruptionBudget. `none` is a choice made aloud. Default: one pod at a time may be away. */
  readonly disruption?: DisruptionPlan;
  /**
   * How a new version takes over. `minimumHealthyPercent` 100 (default): a new pod is ready before an old one goes.
   * Below: old pods go first, half of them at most, so that a broken version never takes them all.
   */
  readonly rollout?: Pick<DeploymentPlan, "minimumHealthyPercent">;
}

export type AutoscalerArgs = Omit<AutoscalerPlan, "why">;

export interface VerticalArgs extends VerticalPlan {
  /** Bounds of what it may set. Default: half of the request to twice of it. */
  readonly bounds?: VerticalBounds;
}

/** MiB and millicores. */
export interface VerticalBounds {
  readonly minCpuMillicores: number;
  readonly maxCpuMillicores: number;
  readonly minMemoryMiB: number;
  readonly maxMemoryMiB: number;
}
