import type { Plan } from "@pyairtable/plan";
import { spotShareOfService } from "@pyairtable/spot-risk";
import { BUDGET_REMAINING } from "../rules/names.ts";
import { PERIOD_DAYS } from "../windows.ts";
import type { ErrorBudgets, Remaining, ServiceBudget } from "./schema.ts";

const NOTHING: Remaining = { availability: null, latency: null };

/** The file's content: what was measured, beside the Spot share and the minimum of the plan that ran. */
export function errorBudgetsOf(
  { services }: Pick<Plan, "services">,
  measured: ReadonlyMap<string, Remaining>,
  measuredAt: Date,
): ErrorBudgets {
  const entries = services.map((service): [string, ServiceBudget] => [
    service.name,
    {
      remaining: measured.get(service.name) ?? NOTHING,
      spotShare: Math.round(spotShareOfService(service) * 1000) / 1000,
      replicasMin: service.replicas.min,
    },
  ]);
  return {
    source: `Prometheus, ${BUDGET_REMAINING}`,
    origin: "measured",
    measuredAt: measuredAt.toISOString(),
    periodDays: PERIOD_DAYS,
    services: Object.fromEntries(entries),
  };
}

/** Objectives that no series was found for, as `record-service latency`. */
export function withoutSeries({ services }: ErrorBudgets): string[] {
  return Object.entries(services).flatMap(([service, { remaining }]) =>
    Object.entries(remaining).flatMap(([slo, left]) => (left === null ? [`${service} ${slo}`] : [])),
  );
}
