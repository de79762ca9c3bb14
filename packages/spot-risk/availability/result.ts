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
  /** Storms a year at which the objective would just hold; null where no storm causes an outage. */
  readonly stormsPerYearTolerated: number | null;
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
  outage: { readonly share: number; readonly worstMinutes: number; readonly stormsTolerated: number | null },
): ServiceAvailability {
  const availability = 1 - Math.min(1, outage.share);
  return {
    availabilityPercent: percentDown(availability),
    sloPercent: Math.round(slo.availability * 1_000_000) / 10_000,
    sloMet: availability >= slo.availability,
    worstOutageMinutes: Math.round(outage.worstMinutes * 10) / 10,
    survivesTotalSpotLoss: survivesTotalSpotLoss(fleet),
    stormsPerYearTolerated: outage.stormsTolerated,
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

/** Percent, rounded down to four decimals: nothing that can fail shows as 100. The fourth is 2.6 seconds a month. */
export function percentDown(share: number): number {
  return Math.floor(share * 1_000_000) / 10_000;
}
