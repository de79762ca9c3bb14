import type { Plan } from "@pyairtable/plan";

export interface PlanTotals {
  readonly services: number;
  /** All at minimum replicas, by day. */
  readonly tasks: number;
  readonly vcpu: number;
  readonly memoryGiB: number;
  /** Calls between services. */
  readonly edges: number;
}

/** Sums over a plan's services. */
export function planTotals(plan: Plan): PlanTotals {
  const sum = (of: (service: Plan["services"][number]) => number) =>
    plan.services.reduce((all, one) => all + of(one), 0);
  return {
    services: plan.services.length,
    tasks: sum(({ replicas }) => replicas.min),
    vcpu: sum(({ replicas, cpuUnits }) => (replicas.min * cpuUnits) / 1024),
    memoryGiB: sum(({ replicas, memoryMiB }) => (replicas.min * memoryMiB) / 1024),
    edges: sum(({ calls }) => calls.length),
  };
}
