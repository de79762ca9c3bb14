import type { AlertRule } from "../rule.ts";
import { DAY_SECONDS } from "../windows.ts";
import { SLO_DASHBOARD } from "./burn-alerts.ts";
import {
  BUDGET,
  BUDGET_REMAINING,
  badRate,
  errorRatio,
  MINIMUM_BAD,
  MINIMUM_REQUESTS,
  OBJECTIVE,
  totalRate,
} from "./names.ts";
import { BASE_WINDOW_SECONDS } from "./options.ts";

const HOUR_SECONDS = 3600;
const LOW_TRAFFIC_FACTOR = 3;

/** What burn-rate alerts alone leave open: a spent budget, a metric that is gone, traffic too thin for a burn rate. */
export function watchAlerts(periodDays: number, awake: string | undefined): AlertRule[] {
  const periodSeconds = periodDays * DAY_SECONDS;
  const day = DAY_SECONDS;
  return [
    {
      alert: "SloErrorBudgetSpent",
      expr: [
        `${BUDGET_REMAINING} <= 0`,
        `and on (service, slo) (${badRate(periodSeconds)} * ${periodSeconds} > on (service, slo) (${MINIMUM_BAD} - 0.5))`,
      ].join("\n"),
      forSeconds: 600,
      severity: "ticket",
      owner: null,
      summary: "{{ $labels.service }} has no {{ $labels.slo }} budget left",
      description: `{{ $value | humanizePercentage }} of the ${periodDays}-day budget remains: hold risky changes until it recovers.`,
      runbook: "slo-error-budget-spent",
      dashboard: SLO_DASHBOARD,
    },
    {
      alert: "SloMetricAbsent",
      expr: [
        `${OBJECTIVE} unless on (service) ${totalRate(BASE_WINDOW_SECONDS)}`,
        ...(awake === undefined ? [] : [`and on (service) (${awake})`]),
      ].join("\n"),
      forSeconds: 900,
      severity: "ticket",
      owner: null,
      summary: "{{ $labels.service }} reports no requests, not even zero",
      description: "The histogram behind its {{ $labels.slo }} objective is gone, so no burn-rate alert can fire.",
      runbook: "slo-metric-absent",
      dashboard: SLO_DASHBOARD,
    },
    {
      alert: "SloErrorsAtLowTraffic",
      expr: [
        `${errorRatio(day)} > on (service, slo) group_left (owner, tier, domain) (${LOW_TRAFFIC_FACTOR} * ${BUDGET})`,
        `and on (service, slo) (${badRate(day)} * ${day} > on (service, slo) (${MINIMUM_BAD} - 0.5))`,
        `and on (service, slo) (${MINIMUM_REQUESTS} > on (service) group_left () (${totalRate(HOUR_SECONDS)} * ${HOUR_SECONDS}))`,
      ].join("\n"),
      forSeconds: 3600,
      severity: "ticket",
      owner: null,
      summary: "{{ $labels.service }} fails often, at too little traffic for a burn rate",
      description: `{{ $value | humanizePercentage }} of a day's requests were bad, ${LOW_TRAFFIC_FACTOR} times what the {{ $labels.slo }} budget allows; short windows are empty.`,
      runbook: "slo-low-traffic",
      dashboard: SLO_DASHBOARD,
    },
    {
      alert: "SloTrafficTooLow",
      expr: `${OBJECTIVE} unless on (service, slo) (${MINIMUM_REQUESTS} - 0.5 < on (service) group_left () (${totalRate(3 * day)} * ${3 * day}))`,
      forSeconds: 3600,
      severity: "info",
      owner: null,
      summary: "{{ $labels.service }} has had too few requests for three days to be judged",
      description:
        "Its {{ $labels.slo }} objective holds on paper only. Probe it from outside, or take it out of the catalog.",
      runbook: "slo-low-traffic",
      dashboard: SLO_DASHBOARD,
    },
  ];
}
