import type { Plan, ServicePlan } from "@pyairtable/plan";
import type { PlatformOutputs } from "./contract.ts";

/** What the loss of Spot does to one service. */
export interface SpotVerdict {
  readonly availabilityPercent: number;
  readonly survivesTotalSpotLoss: boolean;
}

/** USD a month, shared parts included. */
export interface CostSource {
  readonly baselineUsd: number;
  readonly plannedUsd: number;
}

export function costSummary(plan: Plan, { baselineUsd, plannedUsd }: CostSource): PlatformOutputs["cost"] {
  return {
    currency: "USD",
    baselineUsd: round(baselineUsd, 2),
    plannedUsd: round(plannedUsd, 2),
    savedPercent: baselineUsd === 0 ? 0 : round((1 - plannedUsd / baselineUsd) * 100, 1),
    budgetUsd: plan.budget.monthlyUsd,
    dailyAlertUsd: plan.budget.dailyAlertUsd,
  };
}

/** The worst of some services, and whether each reaches its own objective. */
export function availabilitySummary(
  services: readonly ServicePlan[],
  verdictOf: (name: string) => SpotVerdict,
): PlatformOutputs["availability"] {
  const rows = services.map(({ name, slo }) => ({
    name,
    percent: verdictOf(name).availabilityPercent,
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

/** What the plan, its price and its simulation say of any service, wherever it runs. */
export function plainService(
  { tags, tier, port }: ServicePlan,
  cost: CostSource,
  verdict: SpotVerdict,
  spotShare: number,
) {
  return {
    port,
    costCenter: tags.CostCenter,
    owner: tags.Owner,
    tier,
    monthlyUsd: round(cost.plannedUsd, 2),
    baselineUsd: round(cost.baselineUsd, 2),
    availability: roundDown(verdict.availabilityPercent),
    survivesSpotLoss: verdict.survivesTotalSpotLoss,
    spotShare: round(spotShare, 3),
  };
}

/** A service of the plan that lacks something is a bug of ours: plain `Error`. */
export function entryOf<T>(record: Readonly<Record<string, T>>, name: string, what: string, caller: string): T {
  if (!Object.hasOwn(record, name)) throw new Error(`${caller}: service ${name} is in the plan without ${what}`);
  return record[name]!;
}

/** Percent to three digits, never shown better than it is. */
export function roundDown(percent: number): number {
  return Math.floor(percent * 1000) / 1000;
}

export function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
