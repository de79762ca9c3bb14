import type { Plan } from "@pyairtable/plan";
import { mean, sampleStandardDeviation } from "simple-statistics";
import { stormsTolerated } from "./availability-of.ts";
import { drawsOf } from "./draws.ts";
import { type Fleet, fleetOf } from "./fleet.ts";
import { type AvailabilityOptions, MINUTES_PER_YEAR, RISK } from "./parameters.ts";
import {
  type PlanAvailability,
  percentDown,
  planAvailability,
  type ServiceAvailability,
  serviceAvailability,
} from "./result.ts";
import { calmOutages, outageInStorm } from "./simulate-service.ts";
import { drawStorm } from "./storm.ts";
import { stormOutageMinutes } from "./storm-outage.ts";

export interface SimulationOptions extends AvailabilityOptions {
  readonly seed: number;
  /** Years to play, at least 2; more years narrow the interval. */
  readonly years: number;
}

export interface SimulatedAvailability extends ServiceAvailability {
  /** 95% confidence interval of `availabilityPercent`, from the years as samples. */
  readonly intervalPercent: { readonly low: number; readonly high: number };
}

const NORMAL_95 = 1.96;

/** Plays `years` years of calm and storms over all services at once: one storm hits them together. */
export function simulatePlan(plan: Plan, options: SimulationOptions): PlanAvailability<SimulatedAvailability> {
  const { seed, years } = options;
  if (!Number.isInteger(seed)) throw new Error("seed must be whole");
  if (!Number.isInteger(years) || years < 2) throw new Error("years must be whole and at least 2");
  const draws = drawsOf(seed);
  const tracks = plan.services.map((service) => ({
    service,
    ...track(fleetOf(service, plan.kubernetes.mode, options), years),
  }));
  for (let year = 0; year < years; year++) {
    const storms = draws.poisson(RISK.stormsPerYear);
    for (let i = 0; i < storms; i++) {
      const storm = drawStorm(draws, plan.zones.length);
      for (const one of tracks) {
        const minutes = outageInStorm(draws, one.fleet, storm);
        one.minutesByYear[year]! += minutes;
        one.longest = Math.max(one.longest, minutes);
      }
    }
    for (const one of tracks) {
      const calm = calmOutages(draws, one.fleet);
      one.minutesByYear[year]! += calm.minutes;
      one.longest = Math.max(one.longest, calm.longest);
    }
  }
  return planAvailability(
    Object.fromEntries(
      tracks.map(({ service, fleet, minutesByYear, longest }) => {
        const outage = mean(minutesByYear) / MINUTES_PER_YEAR;
        const error = (NORMAL_95 * sampleStandardDeviation(minutesByYear)) / Math.sqrt(years) / MINUTES_PER_YEAR;
        const stormMinutes = stormOutageMinutes(fleet, plan.zones.length);
        const result = serviceAvailability(service, fleet, {
          share: outage,
          worstMinutes: longest,
          stormsTolerated: stormsTolerated(service.slo.availability, fleet, stormMinutes),
        });
        const low = percentDown(Math.max(0, 1 - outage - error));
        const high = percentDown(Math.min(1, 1 - outage + error));
        return [service.name, { ...result, intervalPercent: { low, high } }];
      }),
    ),
  );
}

function track(fleet: Fleet, years: number) {
  return { fleet, minutesByYear: new Array<number>(years).fill(0), longest: 0 };
}
