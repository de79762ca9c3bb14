import risk from "../data/risk.json" with { type: "json" };

export const MINUTES_PER_MONTH = 730 * 60;
export const MONTHS_PER_YEAR = 12;
export const MINUTES_PER_YEAR = MINUTES_PER_MONTH * MONTHS_PER_YEAR;

/** The model's parameters; minutes and events a month where the data has other units. */
export const RISK = {
  interruptionsPerTaskMonth: risk.calm.interruptionsPerTaskMonth,
  onDemandFailuresPerTaskMonth: risk.onDemandFailuresPerTaskMonth.value,
  stormsPerYear: risk.storm.perYear,
  regionWideShare: risk.storm.regionWideShare,
  zoneHitShare: risk.storm.zoneHitShare,
  shareLost: { alpha: risk.shareLost.alpha, beta: risk.shareLost.beta },
  recovery: { logMedian: Math.log(risk.recoveryMinutes.median), sigma: risk.recoveryMinutes.sigma },
  coInterruptionMinutes: risk.coInterruptionSeconds.value / 60,
  replacementMinutes: risk.replacementSeconds.value / 60,
  usableCpuShare: risk.usableCpuShare.value,
  fallbackMinutes: risk.fallback.seconds / 60,
  worstZ: risk.worstPercentile.standardNormal,
} as const;

export interface AvailabilityOptions {
  /** On-demand twins take over where Spot is short. Fargate has no such fallback by itself. Default false. */
  readonly fallback?: boolean;
}

/** Mean minutes until Spot capacity is back, or until the twin has taken over. */
export function meanRecoveryMinutes(fallback: boolean): number {
  const { logMedian, sigma } = RISK.recovery;
  const mean = Math.exp(logMedian + sigma ** 2 / 2);
  return fallback ? Math.min(mean, RISK.fallbackMinutes) : mean;
}

/** The 99th percentile of the same. */
export function worstRecoveryMinutes(fallback: boolean): number {
  const worst = Math.exp(RISK.recovery.logMedian + RISK.worstZ * RISK.recovery.sigma);
  return fallback ? Math.min(worst, RISK.fallbackMinutes) : worst;
}
