import { BURN_WINDOWS, promDuration, sloSeries } from "@pyairtable/slo";
import type { PageContext } from "../context.ts";
import type { Page, Row } from "../page.ts";
import { highIsGood, lines, lowIsGood, stat, table } from "../panels.ts";
import { chosen, serviceVariable } from "../promql.ts";

export const BUDGET_LEFT = sloSeries.BUDGET_REMAINING;
const HOUR_SECONDS = 3600;
const MONTH_SECONDS = 30 * 24 * HOUR_SECONDS;
const windows = [...new Set(BURN_WINDOWS.flatMap(({ longSeconds, shortSeconds }) => [shortSeconds, longSeconds]))];
/** Burn rate of the chosen service in one window: its error ratio over its budget. */
const burn = (seconds: number) =>
  `${chosen(sloSeries.errorRatio(seconds))} / on (service, slo) ${chosen(sloSeries.BUDGET)}`;

/** Objectives: which are in danger, how fast, and whether there is traffic enough to say so. */
export function sloPage({ firstService }: PageContext): Page {
  return {
    name: "slo",
    description: "Error budgets over 30 days. A burn rate of 1 spends the budget in exactly 30 days.",
    range: "7d",
    variables: [serviceVariable(firstService)],
    rows: [all(), one(), traffic()],
  };
}

function all(): Row {
  return {
    title: "All objectives",
    panels: [
      table(
        "Objectives",
        "Sorted by what is left of the budget; below zero it is overspent.",
        { service: "Service", slo: "Objective", owner: "Owner", tier: "Tier" },
        [
          { title: "Target", expr: sloSeries.OBJECTIVE, unit: "ratio", decimals: 2 },
          { title: "Bad in 30 days", expr: sloSeries.errorRatio(MONTH_SECONDS), unit: "ratio", decimals: 3 },
          { title: "Budget left", expr: BUDGET_LEFT, unit: "ratio", steps: highIsGood(0, 0.25) },
          { title: "Burn now", expr: sloSeries.CURRENT_BURN, unit: "times", steps: lowIsGood(1, 6), decimals: 2 },
          {
            title: "Burn in 30 days",
            expr: sloSeries.PERIOD_BURN,
            unit: "times",
            steps: lowIsGood(0.75, 1),
            decimals: 2,
          },
        ],
        { height: 14, sortBy: "Burn in 30 days" },
      ),
    ],
  };
}

function one(): Row {
  return {
    title: "$service",
    panels: [
      stat(
        "Budget left",
        "ratio",
        "Of 30 days.",
        { "{{slo}}": chosen(BUDGET_LEFT) },
        { width: 6, steps: highIsGood(0, 0.25) },
      ),
      stat(
        "Burn now",
        "times",
        "Over five minutes; 14.4 for an hour pages.",
        { "{{slo}}": chosen(sloSeries.CURRENT_BURN) },
        { width: 6, steps: lowIsGood(1, 14.4) },
      ),
      lines(
        "Budget left",
        "ratio",
        "Flat is good; a cliff is an outage.",
        { "{{slo}}": chosen(BUDGET_LEFT) },
        { max: 1, min: undefined },
      ),
      lines(
        "Burn rate by window",
        "times",
        `An alert holds while both windows of a pair are over its factor: ${BURN_WINDOWS.map(
          ({ longSeconds, shortSeconds, factor }) =>
            `${promDuration(longSeconds)} and ${promDuration(shortSeconds)} over ${factor}`,
        ).join("; ")}.`,
        Object.fromEntries(
          windows.sort((a, b) => a - b).map((seconds) => [`{{slo}} ${promDuration(seconds)}`, burn(seconds)]),
        ),
        { width: 24, height: 10 },
      ),
    ],
  };
}

function traffic(): Row {
  return {
    title: "Traffic behind it",
    panels: [
      lines("Good and bad", "perSecond", "Requests of five minutes, and the bad ones by objective.", {
        all: chosen(sloSeries.totalRate(300)),
        "bad for {{slo}}": chosen(sloSeries.badRate(300)),
      }),
      lines(
        "Requests an hour against the floor",
        "short",
        "Below the floor, burn rates of short windows say nothing and don't alert.",
        {
          requests: `${chosen(sloSeries.totalRate(HOUR_SECONDS))} * ${HOUR_SECONDS}`,
          "floor of {{slo}}": chosen(sloSeries.MINIMUM_REQUESTS),
        },
      ),
    ],
  };
}
