import type { Draws } from "./draws.ts";
import { RISK } from "./parameters.ts";

/** One shock: what it takes of each zone's Spot tasks and how long capacity stays away. */
export interface Storm {
  /** Share lost by zone, 0 where the zone is spared. */
  readonly shareLost: readonly number[];
  /** True where no zone is spared: replacements wait. */
  readonly everyZone: boolean;
  readonly recoveryMinutes: number;
}

export function drawStorm(draws: Draws, zones: number): Storm {
  const regionWide = draws.uniform() < RISK.regionWideShare;
  let hit: boolean[];
  do {
    hit = Array.from({ length: zones }, () => regionWide || draws.uniform() < RISK.zoneHitShare);
  } while (!hit.includes(true));
  const { alpha, beta } = RISK.shareLost;
  return {
    shareLost: hit.map((isHit) => (isHit ? draws.beta(alpha, beta) : 0)),
    everyZone: !hit.includes(false),
    recoveryMinutes: draws.lognormal(RISK.recovery.logMedian, RISK.recovery.sigma),
  };
}
