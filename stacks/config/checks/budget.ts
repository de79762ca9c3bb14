import type { Problem } from "../problem.ts";
import type { SoundSections } from "../sections.ts";

const DAYS_A_MONTH = 30;

/** The daily alert lies above an even day (else it rings every day) and not above the month. */
export function budgetProblems({ budget }: SoundSections): Problem[] {
  if (budget === undefined) return [];
  const { monthlyUsd, dailyAlertUsd } = budget;
  const evenDayUsd = Math.round((monthlyUsd / DAYS_A_MONTH) * 100) / 100;
  if (dailyAlertUsd > evenDayUsd && dailyAlertUsd <= monthlyUsd) return [];
  return [
    {
      code: "config.daily-alert",
      at: ["budget", "dailyAlertUsd"],
      got: dailyAlertUsd,
      wanted: `above ${evenDayUsd} USD (an even day of ${monthlyUsd} USD a month) and at most ${monthlyUsd} USD`,
      fix: "Set an alert that an ordinary day does not reach and a bad day does.",
    },
  ];
}
