import { EVENT_RULES } from "@pyairtable/monitoring";
import type { Clock } from "./clock.ts";
import type { Life } from "./replicas.ts";
import { gauge, type RawSeries } from "./series.ts";

const EXPORTER = { job: "cloudwatch", instance: "10.9.0.2:5000" } as const;

/** What CloudWatch counts of EventBridge's rules: how many events a minute. */
export function eventSeries(lives: readonly Life[], clock: Clock): RawSeries[] {
  const taken = new Float64Array(clock.minutes + clock.ahead);
  for (const minute of lives.flatMap(({ interruptions }) => interruptions)) {
    if (minute >= 0 && minute < taken.length) taken[minute]! += 1;
  }
  const of = (rule: string, values: Float64Array) =>
    gauge("aws_events_triggered_rules_sum", { ...EXPORTER, dimension_RuleName: `pyairtable-${rule}` }, 0, values);
  return [of(EVENT_RULES.interruption, taken), of(EVENT_RULES.placement, new Float64Array(taken.length))];
}
