import type { ScalingBehavior } from "../../custom-resource-types.ts";
import type { Graph, GraphResource } from "../../graph.ts";
import type { PropsOf } from "../../resource-types.ts";
import { kindOf, namespaceOf } from "./metadata.ts";
import { ownReplicas, type Workload } from "./workloads.ts";

export const HPA = "kubernetes:autoscaling/v2:HorizontalPodAutoscaler";
export const SCALED_OBJECT = "kubernetes:keda.sh/v1alpha1:ScaledObject";
export const AUTOSCALER_TYPES = [HPA, SCALED_OBJECT] as const;

type HpaProps = PropsOf<typeof HPA>;
type Metrics = NonNullable<NonNullable<HpaProps["spec"]>["metrics"]>;
type ScaledObjectProps = PropsOf<typeof SCALED_OBJECT>;

/** What either kind of autoscaler says, defaults filled in. */
export interface Autoscaler {
  readonly at: GraphResource<HpaProps | ScaledObjectProps>;
  readonly kind: string;
  /** `namespace/kind/name` of what it scales. */
  readonly target: string;
  readonly minReplicas: number;
  readonly maxReplicas: number;
  /** The most that one of its clocks holds; 0 without any. */
  readonly clockReplicas: number;
  /** Which of a pod's resources it watches. */
  readonly watches: ReadonlySet<string>;
  readonly behavior: ScalingBehavior | undefined;
}

export function autoscalerOf(resource: GraphResource<HpaProps | ScaledObjectProps>): Autoscaler {
  return resource.type === HPA
    ? ofHpa(resource as GraphResource<HpaProps>)
    : ofScaledObject(resource as GraphResource<ScaledObjectProps>);
}

function ofHpa(at: GraphResource<HpaProps>): Autoscaler {
  const spec = at.props.spec;
  const { kind = "", name = "" } = spec?.scaleTargetRef ?? {};
  // Without any metric the API watches CPU.
  const metrics = spec?.metrics ?? ([{ type: "Resource", resource: { name: "cpu" } }] as Metrics);
  const watched = metrics.map((metric) => metric.resource?.name ?? metric.containerResource?.name);
  return {
    at,
    kind: kindOf(at),
    target: `${namespaceOf(at)}/${kind}/${name}`,
    minReplicas: spec?.minReplicas ?? 1,
    maxReplicas: spec?.maxReplicas ?? 0,
    clockReplicas: 0,
    watches: new Set(watched.filter((one) => one !== undefined)),
    behavior: spec?.behavior as ScalingBehavior | undefined,
  };
}

function ofScaledObject(at: GraphResource<ScaledObjectProps>): Autoscaler {
  const { scaleTargetRef, minReplicaCount = 0, maxReplicaCount = 100, triggers = [], advanced } = at.props.spec ?? {};
  return {
    at,
    kind: kindOf(at),
    target: `${namespaceOf(at)}/${scaleTargetRef?.kind ?? "Deployment"}/${scaleTargetRef?.name ?? ""}`,
    minReplicas: minReplicaCount,
    maxReplicas: maxReplicaCount,
    clockReplicas: Math.max(
      0,
      ...triggers.map(({ type, metadata }) => (type === "cron" ? Number(metadata?.desiredReplicas ?? 0) : 0)),
    ),
    watches: new Set(triggers.map(({ type }) => type).filter((type) => type === "cpu" || type === "memory")),
    behavior: advanced?.horizontalPodAutoscalerConfig?.behavior,
  };
}

export function autoscalersOf(graph: Graph): readonly Autoscaler[] {
  return AUTOSCALER_TYPES.flatMap((type) => graph.ofType(type)).map((resource) => autoscalerOf(resource));
}

/** Pods of a workload at the quietest: the autoscaler's minimum, else its own count (the API takes 1 where none is given). */
export function replicasAtMinimum(autoscalers: readonly Autoscaler[], workload: Workload): number {
  return autoscalers.find(({ target }) => target === workload.target)?.minReplicas ?? ownReplicas(workload) ?? 1;
}

/** The same while it is awake: one that sleeps at no pods is held up by a clock. */
export function replicasAwake(autoscalers: readonly Autoscaler[], workload: Workload): number {
  const least = replicasAtMinimum(autoscalers, workload);
  return least > 0 ? least : (autoscalers.find(({ target }) => target === workload.target)?.clockReplicas ?? 0);
}

/** Pods of a workload at the most. */
export function replicasAtMaximum(autoscalers: readonly Autoscaler[], workload: Workload): number {
  return autoscalers.find(({ target }) => target === workload.target)?.maxReplicas ?? ownReplicas(workload) ?? 1;
}
