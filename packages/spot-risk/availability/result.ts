import type { ServicePlan } from "@pyairtable/plan";
import { type Fleet, survivesTotalSpotLoss } from "./fleet.ts";

export interface ServiceAvailability {
  /** Share of time in which enough tasks run, percent, four decimals. */
  readonly availabilityPercent: number;
  readonly sloPercent: number;
  readonly sloMet: boolean;
  /** Longest outage to expect: 99 of 100 storms are shorter (model), or the longest seen (simulation). */
  readonly worstOutageMinutes: number;
  /** Its on-demand tasks alone carry the load. */
  readonly survivesTotalSpotLoss: boolean;
  readonly neededTasks: number;
  readonly onDemandTasks: number;
  readonly spotTasks: number;
}

export interface PlanAvailability<Service extends ServiceAvailability = ServiceAvailability> {
  /** By service name, sorted. */
  readonly services: Readonly<Record<string, Service>>;
  /** The service with the least availability; null for a plan without services. */
  readonly lowest: { readonly service: string; readonly availabilityPercent: number } | null;
  readonly slosMet: boolean;
}

export function serviceAvailability(
  { slo }: ServicePlan,
  fleet: Fleet,
  outageShare: number,
  worstOutageMinutes: number,
): ServiceAvailability {
  const availability = 1 - Math.min(1, outageShare);
  return {
    availabilityPercent: percent(availability),
    sloPercent: percent(slo.availability),
    sloMet: availability >= slo.availability,
    worstOutageMinutes: Math.round(worstOutageMinutes * 10) / 10,
    survivesTotalSpotLoss: survivesTotalSpotLoss(fleet),
    neededTasks: fleet.needed,
    onDemandTasks: fleet.onDemand,
    spotTasks: fleet.spot,
  };
}

export function planAvailability<Service extends ServiceAvailability>(
  services: Readonly<Record<string, Service>>,
): PlanAvailability<Service> {
  let lowest: PlanAvailability["lowest"] = null;
  for (const [service, { availabilityPercent }] of Object.entries(services)) {
    if (lowest === null || availabilityPercent < lowest.availabilityPercent) lowest = { service, availabilityPercent };
  }
  return { services, lowest, slosMet: Object.values(services).every((service) => service.sloMet) };
}

/** Percent to four decimals: 99.9 % is 43.8 minutes a month, the fourth decimal 2.6 seconds. */
export function percent(share: number): number {
  return Math.round(share * 1_000_000) / 10_000;
}
