import type { Input } from "@pulumi/pulumi";
import type { Plan, ServicePlan } from "@pyairtable/plan";
import { splitTasks } from "@pyairtable/spot-risk";
import type { PlatformOutputs, ServiceOutputs } from "./contract.ts";
import { type MonitoringOutputSource, type MonitoringOutputValues, monitoringOutputs } from "./monitoring-outputs.ts";
import {
  availabilitySummary,
  type CostSource,
  costSummary,
  entryOf,
  plainService,
  type SpotVerdict,
} from "./summaries.ts";
import { CONTRACT_NAME, CONTRACT_VERSION } from "./version.ts";

/** `T` with every leaf allowed to come from a resource. */
export type Wired<T> = {
  readonly [K in keyof T]: Input<T[K] extends readonly (infer E)[] ? readonly Input<E>[] : T[K]>;
};

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
  readonly monitoring: MonitoringOutputSource;
  readonly cost: CostSource & {
    /** USD a month of each service. */
    readonly services: Readonly<Record<string, CostSource>>;
  };
  /** By service, under loss of Spot; held against the service's own objective. */
  readonly availability: Readonly<Record<string, SpotVerdict>>;
}

type PlainService = Omit<ServiceOutputs, Resourceful>;

/** The `platform` output before the engine resolves it; the same shape as `PlatformOutputs`. */
export interface PlatformOutputValues
  extends Pick<PlatformOutputs, "contract" | "environment" | "region" | "cost" | "availability"> {
  readonly network: PlatformOutputSource["network"] & { readonly cidr: string };
  readonly cluster: PlatformOutputSource["cluster"];
  readonly edge: PlatformOutputSource["edge"];
  readonly monitoring: MonitoringOutputValues;
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
    monitoring: monitoringOutputs(plan, source.monitoring),
    cost: costSummary(plan, cost),
    availability: availabilitySummary(onEcs, (name) => of(source.availability, name, "an availability")),
  };
}

function serviceValues(service: ServicePlan, source: PlatformOutputSource): PlainService & ServiceOutputSource {
  const { name } = service;
  const cost = of(source.cost.services, name, "a cost");
  const verdict = of(source.availability, name, "an availability");
  return {
    ...of(source.services, name, "resources"),
    ...plainService(service, cost, verdict, spotShare(service)),
  };
}

/** Share of the tasks at minimum replicas that stand on Spot. */
function spotShare({ placement, replicas }: ServicePlan): number {
  return replicas.min === 0 ? 0 : splitTasks(placement, replicas.min).spot / replicas.min;
}

function of<T>(record: Readonly<Record<string, T>>, name: string, what: string): T {
  return entryOf(record, name, what, "platformOutputs");
}
