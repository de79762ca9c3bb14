import type { Plan } from "@pyairtable/plan";
import { calmUnavailability } from "./calm-outage.ts";
import { type Fleet, fleetOf, slackOf, survivesTotalSpotLoss } from "./fleet.ts";
import { type AvailabilityOptions, MINUTES_PER_YEAR, RISK, worstRecoveryMinutes } from "./parameters.ts";
import { type PlanAvailability, planAvailability, type ServiceAvailability, serviceAvailability } from "./result.ts";
import { stormOutageMinutes } from "./storm-outage.ts";

/**
 * Availability of every service under loss of Spot, in closed form: deterministic and quick enough for a preview.
 *
 * Counts Spot interruptions and faults of single tasks; not deployments, dependencies or the loss of a zone.
 */
export function availabilityOf(plan: Plan, options: AvailabilityOptions = {}): PlanAvailability {
  const services: Record<string, ServiceAvailability> = {};
  for (const service of plan.services) {
    const fleet = fleetOf(service, plan.kubernetes.mode, options);
    const stormMinutes = stormOutageMinutes(fleet, plan.zones.length);
    services[service.name] = serviceAvailability(service, fleet, {
      share: calmUnavailability(fleet) + (RISK.stormsPerYear * stormMinutes) / MINUTES_PER_YEAR,
      worstMinutes: worstOutage(fleet),
      stormsTolerated: stormsTolerated(service.slo.availability, fleet, stormMinutes),
    });
  }
  return planAvailability(services);
}

function worstOutage(fleet: Fleet): number {
  if (!survivesTotalSpotLoss(fleet)) return worstRecoveryMinutes(fleet.fallbackMinutes) + fleet.replacementMinutes;
  return slackOf(fleet) > 0 ? 0 : fleet.replacementMinutes;
}

/** How many storms a year the objective leaves room for: how wrong the assumed rate may be. */
export function stormsTolerated(slo: number, fleet: Fleet, stormMinutes: number): number | null {
  if (stormMinutes === 0) return null;
  return Math.max(0, Math.floor(((1 - slo - calmUnavailability(fleet)) * MINUTES_PER_YEAR) / stormMinutes));
}
