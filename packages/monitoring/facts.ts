import { fargateCpuUnits, fargateMemoryMiB } from "@pyairtable/aws-facts";
import { averageTasks, explain, HOURS_PER_MONTH, pricePlan } from "@pyairtable/cost-model";
import type { Plan, Runtime, ServicePlan, Tier } from "@pyairtable/plan";

/** What rules need to know of a service, read off the plan; the rules' constants. */
export interface ServiceFacts {
  readonly service: string;
  readonly owner: string;
  readonly tier: Tier;
  readonly domain: string;
  readonly runtime: Runtime;
  /** One replica: the task's size on ECS, the pod's requests on Kubernetes. */
  readonly vcpu: number;
  readonly memoryBytes: number;
  /** The most a replica may be given here. */
  readonly vcpuMax: number;
  readonly memoryBytesMax: number;
  readonly replicasMin: number;
  readonly replicasMax: number;
  /** Replicas outside working hours; null where always on. */
  readonly replicasAsleep: number | null;
  /** Mean of on-demand and Spot as the plan places them; null where someone else pays for the compute. */
  readonly usdPerVcpuHour: number | null;
  readonly usdPerGiBHour: number | null;
  /** Everything else it costs: logs, alarms, secrets. */
  readonly otherUsdPerHour: number;
  readonly latencyTargetSeconds: number;
  /** The plan gives it a PodDisruptionBudget. */
  readonly disruptionBudget: boolean;
}

export interface PlatformFacts {
  readonly owner: string;
  readonly services: readonly ServiceFacts[];
  /** What all services share: load balancer, NAT, addresses, control plane. */
  readonly sharedUsdPerHour: number;
  readonly budgetDailyUsd: number;
  readonly budgetMonthlyUsd: number;
}

const BYTES_PER_MIB = 1024 * 1024;

export function platformFacts(plan: Plan): PlatformFacts {
  const cost = pricePlan(plan);
  const shared = Object.values(cost.shared).reduce((sum, part) => sum + part.plannedUsd, 0);
  return {
    owner: plan.tags.Owner,
    services: plan.services.map((service) => {
      const { parts } = cost.services[service.name]!;
      const { vcpu, gib } = computePrices(plan, service);
      return {
        service: service.name,
        owner: service.tags.Owner,
        tier: service.tier,
        domain: service.domain,
        runtime: service.runtime,
        ...sizeOf(service),
        ...limitsOf(plan, service),
        replicasMin: service.replicas.min,
        replicasMax: service.replicas.max,
        replicasAsleep: service.offHours === "always-on" ? null : service.offHours.replicas,
        usdPerVcpuHour: vcpu,
        usdPerGiBHour: gib,
        otherUsdPerHour: perHour(parts.logs + parts.alarms + parts.secrets),
        latencyTargetSeconds: service.slo.latencyP95Ms / 1000,
        disruptionBudget: service.kubernetes !== null && service.kubernetes.disruption.kind !== "none",
      };
    }),
    sharedUsdPerHour: perHour(shared),
    budgetDailyUsd: plan.budget.dailyAlertUsd,
    budgetMonthlyUsd: plan.budget.monthlyUsd,
  };
}

function sizeOf({ cpuUnits, memoryMiB, kubernetes }: ServicePlan): { vcpu: number; memoryBytes: number } {
  if (kubernetes === null) return { vcpu: cpuUnits / 1024, memoryBytes: memoryMiB * BYTES_PER_MIB };
  const { cpuMillicores, memoryMiB: requested } = kubernetes.requests;
  return { vcpu: cpuMillicores / 1000, memoryBytes: requested * BYTES_PER_MIB };
}

/** Fargate's largest pair, or what the namespace lets one container ask for. */
function limitsOf(plan: Plan, { kubernetes }: ServicePlan): { vcpuMax: number; memoryBytesMax: number } {
  if (kubernetes === null) {
    const largest = fargateCpuUnits().at(-1)!;
    return { vcpuMax: largest / 1024, memoryBytesMax: fargateMemoryMiB(largest).at(-1)! * BYTES_PER_MIB };
  }
  const namespace = plan.kubernetes.namespaces.find(({ name }) => name === kubernetes.namespace);
  if (namespace === undefined) throw new Error(`the plan has no namespace ${kubernetes.namespace}`);
  const { maxCpuMillicores, maxMemoryMiB } = namespace.limitRange;
  return { vcpuMax: maxCpuMillicores / 1000, memoryBytesMax: maxMemoryMiB * BYTES_PER_MIB };
}

/**
 * Price of an hour of what a replica asks for: the cost model's compute lines over the hours of the average replicas. So
 * Spot is mixed in as the plan places it, and on Kubernetes the part of a node that nobody asked for.
 */
function computePrices(plan: Plan, service: ServicePlan): { vcpu: number | null; gib: number | null } {
  const { placement, replicas, offHours } = service;
  const tasks = averageTasks({ placement, replicas, asleep: offHours === "always-on" ? null : offHours });
  const hours = (tasks.onDemand + tasks.spot) * HOURS_PER_MONTH;
  const lines = explain(plan, service.name);
  const { vcpu, memoryBytes } = sizeOf(service);
  const price = (units: readonly string[], size: number) => {
    const own = lines.filter(({ unit }) => units.includes(unit));
    if (own.length === 0) return null;
    return round(own.reduce((sum, { quantity, unitPriceUsd }) => sum + quantity * unitPriceUsd, 0) / (hours * size));
  };
  return { vcpu: price(["vCPU-hour"], vcpu), gib: price(["GB-hour", "GiB-hour"], memoryBytes / 1024 ** 3) };
}

const perHour = (usdPerMonth: number) => round(usdPerMonth / HOURS_PER_MONTH);
/** Enough digits for a price, few enough for a diff. */
const round = (value: number) => Math.round(value * 1e8) / 1e8;
