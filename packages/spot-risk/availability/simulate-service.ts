import type { Draws } from "./draws.ts";
import { type Fleet, slackOf, survivesTotalSpotLoss } from "./fleet.ts";
import { capped, MINUTES_PER_YEAR, MONTHS_PER_YEAR, RISK } from "./parameters.ts";
import type { Storm } from "./storm.ts";

/** Minutes of outage in one storm: losses within three minutes, each replaced after its wait. */
export function outageInStorm(draws: Draws, fleet: Fleet, storm: Storm): number {
  if (survivesTotalSpotLoss(fleet) || slackOf(fleet) < 0) return 0;
  const zones = storm.shareLost.length;
  const first = Math.floor(draws.uniform() * zones);
  const losses: number[] = [];
  for (let task = 0; task < fleet.spot; task++) {
    const share = storm.shareLost[(first + task) % zones]!;
    if (share > 0 && draws.uniform() < share) losses.push(draws.uniform() * RISK.coInterruptionMinutes);
  }
  const slack = slackOf(fleet);
  if (losses.length <= slack) return 0;
  losses.sort((a, b) => a - b);
  const wait = (storm.everyZone ? capped(storm.recoveryMinutes, fleet.fallbackMinutes) : 0) + fleet.replacementMinutes;
  return minutesShort(losses, wait, slack);
}

/** Time in which more than `slack` tasks are away, each away for `wait` from its loss; `losses` ascending. */
export function minutesShort(losses: readonly number[], wait: number, slack: number): number {
  let minutes = 0;
  for (let i = slack; i < losses.length; i++) {
    // From loss i on it is short while the task lost `slack` losses earlier is still away.
    const from = losses[i]!;
    const until = Math.min(losses[i - slack]! + wait, losses[i + 1] ?? Number.POSITIVE_INFINITY);
    minutes += Math.max(0, until - from);
  }
  return minutes;
}

/**
 * Minutes of outage by single losses in one year outside storms.
 *
 * Two losses by chance within one replacement are left out here; the closed form counts them.
 */
export function calmOutages(draws: Draws, fleet: Fleet): { minutes: number; longest: number } {
  const slack = slackOf(fleet);
  if (slack < 0) return { minutes: MINUTES_PER_YEAR, longest: MINUTES_PER_YEAR };
  if (slack > 0) return { minutes: 0, longest: 0 };
  const perMonth = fleet.spot * RISK.interruptionsPerTaskMonth + fleet.onDemand * RISK.onDemandFailuresPerTaskMonth;
  const losses = draws.poisson(perMonth * MONTHS_PER_YEAR);
  return { minutes: losses * fleet.replacementMinutes, longest: losses > 0 ? fleet.replacementMinutes : 0 };
}
