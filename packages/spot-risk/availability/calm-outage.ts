import { type Fleet, slackOf } from "./fleet.ts";
import { MINUTES_PER_MONTH, RISK } from "./parameters.ts";

/**
 * Share of calm time in which too few tasks run.
 *
 * Each task is down, by itself, for its rate of loss times its replacement time; so for a service of one Spot task the
 * answer is exactly interruption rate times replacement time.
 */
export function calmUnavailability(fleet: Fleet): number {
  const down = (perMonth: number) => Math.min(1, (perMonth * fleet.replacementMinutes) / MINUTES_PER_MONTH);
  const lost = [1];
  for (let i = 0; i < fleet.onDemand; i++) addTask(lost, down(RISK.onDemandFailuresPerTaskMonth));
  for (let i = 0; i < fleet.spot; i++) addTask(lost, down(RISK.interruptionsPerTaskMonth));
  return slackOf(fleet) < 0 ? 1 : lost.slice(slackOf(fleet) + 1).reduce((sum, p) => sum + p, 0);
}

/** Extends the distribution of lost tasks by one that is down with chance `down`. */
function addTask(lost: number[], down: number): void {
  lost.push(0);
  for (let i = lost.length - 1; i > 0; i--) lost[i] = lost[i]! * (1 - down) + lost[i - 1]! * down;
  lost[0]! *= 1 - down;
}
