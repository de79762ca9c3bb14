import { promDuration } from "../duration.ts";
import type { AlertRule } from "../rule.ts";
import type { BurnWindow } from "../windows.ts";
import { BUDGET, badRate, errorRatio, MINIMUM_BAD, MINIMUM_REQUESTS, totalRate } from "./names.ts";

export const SLO_DASHBOARD = "slo";
const OWNERS = "owner, tier, domain";

/** One alert a pair of windows, for every objective at once. Batch services get tickets only: nobody waits for them. */
export function burnAlerts(windows: readonly BurnWindow[]): AlertRule[] {
  return windows.map((window) => {
    const pages = window.severity === "page";
    const long = promDuration(window.longSeconds);
    return {
      alert: `SloErrorBudgetBurn${pascal(window.name)}`,
      expr: [
        burning(window.longSeconds, window.factor, pages ? '{tier!="batch"}' : "", `group_left (${OWNERS}) `),
        `and on (service, slo) (${burning(window.shortSeconds, window.factor, "", "")})`,
        ...enoughTraffic(window.longSeconds),
      ].join("\n"),
      forSeconds: 0,
      severity: window.severity,
      owner: null,
      summary: `{{ $labels.service }} burns its {{ $labels.slo }} budget ${window.factor} times too fast`,
      description:
        `{{ $value | humanizePercentage }} of requests were bad over ${long}. The alert's rate ` +
        `spends ${Math.round(window.budgetShare * 100)}% of the period's budget in ${long}.`,
      runbook: "slo-error-budget-burn",
      dashboard: SLO_DASHBOARD,
    };
  });
}

function burning(windowSeconds: number, factor: number, only: string, join: string): string {
  return `${errorRatio(windowSeconds)} > on (service, slo) ${join}(${factor} * ${BUDGET}${only})`;
}

/**
 * The gate for low traffic. Half an event is given away, since a rate extrapolates to the edges of its window and may
 * find 2.9 where three happened.
 */
function enoughTraffic(windowSeconds: number): string[] {
  return [
    `and on (service, slo) (${badRate(windowSeconds)} * ${windowSeconds} > on (service, slo) (${MINIMUM_BAD} - 0.5))`,
    `and on (service, slo) (${MINIMUM_REQUESTS} - 0.5 < on (service) group_left () (${totalRate(windowSeconds)} * ${windowSeconds}))`,
  ];
}

function pascal(words: string): string {
  return words
    .split("-")
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join("");
}
