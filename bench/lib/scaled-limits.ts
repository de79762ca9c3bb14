/** Limits of the pack by rule: a level, or the rule's knobs. */
export type Limits = Readonly<Record<string, unknown>>;

/** Totals of a stack, which grow with the number of services; all others hold for one resource or one service. */
const TOTALS: readonly (readonly [rule: string, knob: string])[] = [
  ["total-vcpu", "maxVcpu"],
  ["total-memory", "maxGiB"],
  ["alarm-count", "maxAlarms"],
  ["secret-count", "maxSecrets"],
  ["monthly-budget", "monthlyUsd"],
];

/** The limits for `copies` catalogs in one stack. A total that is not in `limits` is our bug. */
export function scaledLimits(limits: Limits, copies: number): Limits {
  const scaled: Record<string, unknown> = { ...limits };
  for (const [rule, knob] of TOTALS) {
    const knobs = limits[rule] as Record<string, unknown> | undefined;
    const value = knobs?.[knob];
    if (typeof value !== "number") throw new Error(`limits have no number at ${rule}.${knob}`);
    scaled[rule] = { ...knobs, [knob]: value * copies };
  }
  return scaled;
}
