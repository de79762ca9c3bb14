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
  nodeStartMinutes: {
    eks: risk.kubernetes.nodeStartSeconds.eks / 60,
    existing: risk.kubernetes.nodeStartSeconds.existing / 60,
  },
  spotGivenUpMinutes: risk.kubernetes.spotGivenUpSeconds / 60,
  worstZ: risk.worstPercentile.standardNormal,
} as const;

export interface AvailabilityOptions {
  /** On-demand twins of ECS services take over where Spot is short; Fargate by itself never does. Default false. */
  readonly fallback?: boolean;
}

/** Mean minutes until Spot capacity is back, or until on-demand takes over; null: nothing takes over. */
export function meanRecoveryMinutes(fallbackMinutes: number | null): number {
  const { logMedian, sigma } = RISK.recovery;
  return capped(Math.exp(logMedian + sigma ** 2 / 2), fallbackMinutes);
}

/** The 99th percentile of the same. */
export function worstRecoveryMinutes(fallbackMinutes: number | null): number {
  return capped(Math.exp(RISK.recovery.logMedian + RISK.worstZ * RISK.recovery.sigma), fallbackMinutes);
}

export function capped(minutes: number, fallbackMinutes: number | null): number {
  return fallbackMinutes === null ? minutes : Math.min(minutes, fallbackMinutes);
}
