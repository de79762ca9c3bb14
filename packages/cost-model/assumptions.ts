import data from "./data/assumptions.json" with { type: "json" };

/** What nobody can read off a plan: loads, volumes, the state before. Units are in the names. */
export const ASSUMPTIONS = {
  growthShare: data.growthShare.value,
  logGbPerTaskMonth: data.logGbPerTaskMonth.value,
  logStoredShare: data.logStoredShare.value,
  natGbPerTaskMonth: data.natGbPerTaskMonth.value,
  lcuAverage: data.lcuAverage.value,
  millionRequestsPerMonth: data.millionRequestsPerMonth.value,
  wafRules: data.wafRules.value,
  accessLogGbPerMonth: data.accessLogGbPerMonth.value,
  flowLogGbPerMonth: data.flowLogGbPerMonth.value,
  s3BucketGb: data.s3BucketGb.value,
  alarmsPerTargetTracking: data.alarmsPerTargetTracking.value,
  insights: data.insights,
  natInstance: data.natInstance,
  spotSensitivity: data.spotSensitivity,
  monitoring: data.monitoring,
} as const;

export const HOURS_PER_MONTH = data.hoursPerMonth;

/** Days of a month of 730 hours. */
export const DAYS_PER_MONTH = HOURS_PER_MONTH / 24;

/** Every assumption as a sentence, in a fixed order. */
export function assumptionSentences(): string[] {
  return Object.values(data).flatMap((entry) => (typeof entry === "object" && "says" in entry ? [entry.says] : []));
}
