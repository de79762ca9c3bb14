import type { RuleGroup } from "../rule.ts";
import type { SloSpec } from "../spec.ts";
import { DAY_SECONDS, PERIOD_DAYS, windowLengths } from "../windows.ts";
import { burnAlerts } from "./burn-alerts.ts";
import { burnRules, objectiveRules } from "./info-rules.ts";
import {
  BASE_WINDOW_SECONDS,
  RAW_WINDOW_SECONDS_MAX,
  SLOW_INTERVAL_SECONDS,
  type SloRuleOptions,
  withDefaults,
} from "./options.ts";
import { derivedWindowRules, rawWindowRules } from "./sli-rules.ts";
import { watchAlerts } from "./watch-alerts.ts";

/**
 * Recording rules of a set of objectives. All must share one period. Check them first (`requireSlos`): these functions
 * take what they get.
 */
export function sloRecordingGroups(specs: readonly SloSpec[], options: SloRuleOptions = {}): readonly RuleGroup[] {
  const { windows, intervalSeconds } = withDefaults(options);
  const periodDays = periodOf(specs);
  const lengths = windowLengths(windows).filter((seconds) => seconds !== BASE_WINDOW_SECONDS);
  const raw = [BASE_WINDOW_SECONDS, ...lengths.filter((seconds) => seconds <= RAW_WINDOW_SECONDS_MAX)];
  const derived = [...lengths.filter((seconds) => seconds > RAW_WINDOW_SECONDS_MAX), periodDays * DAY_SECONDS];
  return [
    { name: "slo-objectives", intervalSeconds, rules: objectiveRules(specs) },
    { name: "slo-short", intervalSeconds, rules: raw.flatMap((seconds) => rawWindowRules(specs, seconds)) },
    {
      name: "slo-long",
      intervalSeconds: SLOW_INTERVAL_SECONDS,
      rules: [
        ...derived.flatMap((seconds) => derivedWindowRules(seconds, BASE_WINDOW_SECONDS, intervalSeconds)),
        ...burnRules(periodDays),
      ],
    },
  ];
}

export function sloAlertGroups(specs: readonly SloSpec[], options: SloRuleOptions = {}): readonly RuleGroup[] {
  const { windows, intervalSeconds, awake } = withDefaults(options);
  return [
    { name: "slo-burn", intervalSeconds, rules: burnAlerts(windows) },
    { name: "slo-watch", intervalSeconds: 60, rules: watchAlerts(periodOf(specs), awake) },
  ];
}

function periodOf(specs: readonly SloSpec[]): number {
  const periods = new Set(specs.map(({ periodDays }) => periodDays));
  if (periods.size > 1) throw new Error(`objectives of several periods: ${[...periods].join(", ")} days`);
  return periods.values().next().value ?? PERIOD_DAYS;
}
