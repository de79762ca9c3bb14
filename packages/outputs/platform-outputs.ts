import type { Input } from "@pulumi/pulumi";
import type { Plan, ServicePlan } from "@pyairtable/plan";
import { splitTasks } from "@pyairtable/spot-risk";
import type { PlatformOutputs, ServiceOutputs } from "./contract.ts";
import { CONTRACT_NAME, CONTRACT_VERSION } from "./version.ts";

/** `T` with every leaf allowed to come from a resource. */
type Wired<T> = { readonly [K in keyof T]: Input<T[K] extends readonly (infer E)[] ? readonly Input<E>[] : T[K]> };

type Resourceful = "arn" | "dnsName" | "url" | "securityGroupId" | "logGroupName";
/** What only a service's resources know. */
export type ServiceOutputSource = Wired<Pick<ServiceOutputs, Resourceful>>;

/** What the program gives: the plan decides the plain part, the resources the wired part. */
export interface PlatformOutputSource {
  readonly plan: Plan;
  readonly network: Wired<Omit<PlatformOutputs["network"], "cidr">>;
  readonly cluster: Wired<PlatformOutputs["cluster"]>;
  readonly edge: Wired<PlatformOutputs["edge"]>;
  /** By catalog name; exactly the plan's services on ECS. */
  readonly services: Readonly<Record<string, ServiceOutputSource>>;
  readonly cost: {
    /** USD a month, shared parts included. */
    readonly baselineUsd: number;
    readonly plannedUsd: number;
    /** USD a month of each service. */
    readonly services: Readonly<Record<string, { readonly baselineUsd: number; readonly plannedUsd: number }>>;
  };
  /** By service, under loss of Spot; held against the service's own objective. */
  readonly availability: Readonly<Record<string, SpotVerdict>>;
}

interface SpotVerdict {
  readonly availabilityPercent: number;
  readonly survivesTotalSpotLoss: boolean;
}

type PlainService = Omit<ServiceOutputs, Resourceful>;

/** The `platform` output before the engine resolves it; the same shape as `PlatformOutputs`. */
export interface PlatformOutputValues
  extends Pick<PlatformOutputs, "contract" | "environment" | "region" | "cost" | "availability"> {
  readonly network: PlatformOutputSource["network"] & { readonly cidr: string };
  readonly cluster: PlatformOutputSource["cluster"];
  readonly edge: PlatformOutputSource["edge"];
  readonly services: Readonly<Record<string, PlainService & ServiceOutputSource>>;
}

/**
 * Builds the value of `export const platform`. Plain parts stay plain, so a preview shows them known.
 * A service of the plan that lacks its resources, cost or availability is a bug of ours: plain `Error`.
 */
export function platformOutputs(source: PlatformOutputSource): PlatformOutputValues {
  const { plan, cost } = source;
  const onEcs = plan.services.filter((service) => service.runtime === "ecs");
  return {
    contract: { name: CONTRACT_NAME, version: CONTRACT_VERSION },
    environment: plan.environment,
    region: plan.region,
    network: { ...source.network, cidr: plan.network.cidr },
    cluster: source.cluster,
    edge: source.edge,
    services: Object.fromEntries(onEcs.map((service) => [service.name, serviceValues(service, source)])),
    cost: {
      currency: "USD",
      baselineUsd: round(cost.baselineUsd, 2),
      plannedUsd: round(cost.plannedUsd, 2),
      savedPercent: cost.baselineUsd === 0 ? 0 : round((1 - cost.plannedUsd / cost.baselineUsd) * 100, 1),
      budgetUsd: plan.budget.monthlyUsd,
      dailyAlertUsd: plan.budget.dailyAlertUsd,
    },
    availability: summary(onEcs, source.availability),
  };
}

function serviceValues(service: ServicePlan, source: PlatformOutputSource): PlainService & ServiceOutputSource {
  const { name, placement, replicas } = service;
  const cost = of(source.cost.services, name, "a cost");
  const verdict = of(source.availability, name, "an availability");
  return {
    ...of(source.services, name, "resources"),
    port: service.port,
    costCenter: service.tags.CostCenter,
    owner: service.tags.Owner,
    tier: service.tier,
    monthlyUsd: round(cost.plannedUsd, 2),
    baselineUsd: round(cost.baselineUsd, 2),
    availability: roundDown(verdict.availabilityPercent),
    survivesSpotLoss: verdict.survivesTotalSpotLoss,
    spotShare: round(spotShare(placement, replicas.min), 3),
  };
}

/** Share of the tasks at minimum replicas that stand on Spot. */
function spotShare(placement: ServicePlan["placement"], tasks: number): number {
  return tasks === 0 ? 0 : splitTasks(placement, tasks).spot / tasks;
}

function summary(
  services: readonly ServicePlan[],
  simulated: PlatformOutputSource["availability"],
): PlatformOutputs["availability"] {
  const rows = services.map(({ name, slo }) => ({
    name,
    percent: of(simulated, name, "an availability").availabilityPercent,
    // 0.999 × 100 is not 99.9 in every case; a millionth of a point is no breach.
    objectivePercent: slo.availability * 100 - 1e-6,
  }));
  const lowest = rows.reduce(
    (low, row) => (row.percent < low.percent ? row : low),
    rows[0] ?? { name: "", percent: 100 },
  );
  return {
    lowest: roundDown(lowest.percent),
    service: lowest.name,
    sloMet: rows.every((row) => row.percent >= row.objectivePercent),
  };
}

function of<T>(record: Readonly<Record<string, T>>, name: string, what: string): T {
  if (!Object.hasOwn(record, name)) throw new Error(`platformOutputs: service ${name} is in the plan without ${what}`);
  return record[name]!;
}

/** Percent to three digits, never shown better than it is. */
function roundDown(percent: number): number {
  return Math.floor(percent * 1000) / 1000;
}

function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
