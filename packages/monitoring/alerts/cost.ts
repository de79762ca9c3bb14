import type { AlertRule } from "@pyairtable/slo";
import thresholds from "../data/thresholds.json" with { type: "json" };
import type { PlatformFacts } from "../facts.ts";
import { SERIES as S, withOwner } from "../rules/names.ts";
import { HOUR_SECONDS, MINUTE_SECONDS, platformAlert, serviceAlert } from "./alert.ts";

const t = thresholds.cost;
const pace = (window: string) => `avg_over_time(${S.platformCost}[${window}]) * 24`;

/**
 * The daily budget as an error budget: a burn rate of 1 spends it in a day. Both windows must burn, as with objectives.
 * From running replicas and list prices, so minutes old; the bill itself is a day late.
 */
export function costAlerts({ owner }: PlatformFacts): AlertRule[] {
  const burn = (factor: number, long: string, short: string) =>
    `${pace(long)} > ${factor} * ${S.budgetDaily} and ${pace(short)} > ${factor} * ${S.budgetDaily}`;
  return [
    platformAlert(owner, "cost", {
      alert: "CostBurnFast",
      expr: burn(t.fastFactor, "1h", "5m"),
      forSeconds: 0,
      severity: "page",
      summary: "Something spends the day's budget within hours",
      description: `At {{ $value | printf "%.0f" }} USD a day, more than ${t.fastFactor} times the daily budget.`,
      runbook: "cost-burn",
      dashboard: "cost",
    }),
    platformAlert(owner, "cost", {
      alert: "CostBurnSlow",
      expr: burn(t.slowFactor, "6h", "30m"),
      forSeconds: 0,
      severity: "ticket",
      summary: "The platform spends more than its daily budget",
      description: 'At {{ $value | printf "%.0f" }} USD a day over six hours.',
      runbook: "cost-burn",
      dashboard: "cost",
    }),
    platformAlert(owner, "cost", {
      alert: "CostDailyBudgetSpent",
      expr: `${S.costDay} > ${S.budgetDaily}`,
      forSeconds: 10 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "The last 24 hours cost more than the daily budget",
      description: '{{ $value | printf "%.2f" }} USD by list prices.',
      runbook: "cost-burn",
      dashboard: "cost",
    }),
    platformAlert(owner, "cost", {
      alert: "CostMonthlyForecast",
      expr: `avg_over_time(${S.platformCost}[7d]) * 24 * ${t.daysPerMonth} > ${S.budgetMonthly}`,
      forSeconds: 6 * HOUR_SECONDS,
      severity: "ticket",
      summary: "A month at this week's pace is over budget",
      description: '{{ $value | printf "%.0f" }} USD a month, from the mean of seven days.',
      runbook: "cost-burn",
      dashboard: "cost",
    }),
    serviceAlert({
      alert: "ServiceCostJump",
      scope: "cost",
      expr: withOwner(
        `(avg_over_time(${S.cost}[1d]) * 24 > ${t.jumpFactor} * 24 * avg_over_time(${S.cost}[7d] offset 1d)) ` +
          `and on (service) (avg_over_time(${S.cost}[1d]) - avg_over_time(${S.cost}[7d] offset 1d)) * 24 > ${t.jumpUsdPerDay}`,
      ),
      forSeconds: HOUR_SECONDS,
      severity: "ticket",
      summary: "{{ $labels.service }} costs far more than last week",
      description: 'Now {{ $value | printf "%.2f" }} USD a day.',
      runbook: "cost-burn",
      dashboard: "cost",
    }),
  ];
}
