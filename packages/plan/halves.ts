import type { Plan } from "./plan.ts";

/** Whether any service runs on ECS: only then are there a load balancer, an ECS cluster and the `platform` output. */
export function usesEcs({ services }: Pick<Plan, "services">): boolean {
  return services.some(({ runtime }) => runtime === "ecs");
}

/** Whether the stack has CloudWatch alarms, and so a topic that they tell. */
export function hasAlarms(plan: Pick<Plan, "services" | "kubernetes" | "network">): boolean {
  return usesEcs(plan) || (usesAws(plan) && plan.network.nat === "instance");
}

/** Whether anything is made on AWS at all; a stack of services on an existing cluster needs no AWS account. */
export function usesAws(plan: Pick<Plan, "services" | "kubernetes">): boolean {
  return plan.kubernetes.mode === "eks" || usesEcs(plan);
}
