import { type MonitoringSettings, normaliseSettings } from "@pyairtable/monitoring";
import type { Plan, ServicePlan } from "@pyairtable/plan";
import { asIf, type PartOfWeek } from "./part-of-week.ts";
import { SCENARIO } from "./scenario/scenario.ts";

/**
 * All thirty services on two runtimes: those the scenario has on ECS as `prod` plans them, the others as `prod-eks`, some
 * at another size, so that each verdict has services that deserve it. Its budget has room for those sizes.
 */
export function labPlan(ecs: Plan, eks: Plan): Plan {
  return {
    ...eks,
    budget: { ...eks.budget, monthlyUsd: SCENARIO.budget.monthlyUsd },
    services: eks.services.map((service) => {
      const { runtime } = scenarioOf(service.name);
      return resized(runtime === "ecs" ? ecs.services.find(({ name }) => name === service.name)! : service);
    }),
  };
}

/** Scraped as slowly as settings allow. */
const SCRAPE_SECONDS = 60;
export const labSettings = (plan: Plan): MonitoringSettings =>
  normaliseSettings(plan, { scrapeIntervalSeconds: SCRAPE_SECONDS });

/** The plan with its working hours where `nowSeconds` is in that part of the week; as the clock says without one. */
export function planAs(part: PartOfWeek | undefined, plan: Plan, nowSeconds: number): Plan {
  return part === undefined ? plan : { ...plan, offHours: asIf(part, plan.offHours, nowSeconds) };
}

/** The same platform with each service so many times, as `record-service-2`; the first keeps its name. */
export function multiplied(plan: Plan, times: number): Plan {
  const suffixes = Array.from({ length: times }, (_, index) => (index === 0 ? "" : `-${index + 1}`));
  const services = plan.services.flatMap((service) =>
    suffixes.map((suffix) => ({ ...service, name: `${service.name}${suffix}` })),
  );
  return { ...plan, services: services.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

export function scenarioOf(service: string) {
  // `record-service-2` behaves as `record-service` does.
  const found = SCENARIO.services[service] ?? SCENARIO.services[service.replace(/-\d+$/, "")];
  if (found === undefined) throw new Error(`the scenario has no ${service}: add it to scenario/scenario.json`);
  return found;
}

function resized(service: ServicePlan): ServicePlan {
  const { size } = scenarioOf(service.name);
  if (size === undefined) return service;
  const { cpuUnits, memoryMiB } = size === "before" ? service.before : size;
  const { kubernetes } = service;
  const requests = { cpuMillicores: Math.round((cpuUnits / 1024) * 1000), memoryMiB };
  return {
    ...service,
    cpuUnits,
    memoryMiB,
    kubernetes: kubernetes === null ? null : { ...kubernetes, requests },
  };
}
