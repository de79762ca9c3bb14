import { type Plan, type ServicePlan, usesAws, usesEcs } from "@pyairtable/plan";

/** What of AWS a plan makes at all. A stack whose services all run on somebody else's cluster makes nothing there. */
export interface Makes {
  /** Load balancer, ECS cluster and what belongs to them. */
  readonly ecs: boolean;
  readonly eks: boolean;
  /** VPC, NAT, endpoints, flow logs. */
  readonly network: boolean;
}

export function makes(plan: Plan): Makes {
  return { ecs: usesEcs(plan), eks: plan.kubernetes.mode === "eks", network: usesAws(plan) };
}

/** False for pods on a cluster that somebody else pays for. */
export function isOnThisBill({ kubernetes }: ServicePlan, plan: Plan): boolean {
  return kubernetes === null || plan.kubernetes.mode === "eks";
}
