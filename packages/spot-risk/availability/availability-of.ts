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
  const fallback = options.fallback ?? false;
  const services: Record<string, ServiceAvailability> = {};
  for (const service of plan.services) {
    const fleet = fleetOf(service);
    const storms = (RISK.stormsPerYear * stormOutageMinutes(fleet, plan.zones.length, fallback)) / MINUTES_PER_YEAR;
    const outageShare = calmUnavailability(fleet) + storms;
    services[service.name] = serviceAvailability(service, fleet, outageShare, worstOutage(fleet, fallback));
  }
  return planAvailability(services);
}

function worstOutage(fleet: Fleet, fallback: boolean): number {
  if (!survivesTotalSpotLoss(fleet)) return worstRecoveryMinutes(fallback) + fleet.replacementMinutes;
  return slackOf(fleet) > 0 ? 0 : fleet.replacementMinutes;
}
