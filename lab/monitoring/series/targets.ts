import type { Clock } from "./clock.ts";
import type { Life } from "./replicas.ts";
import { CONSTANT_MINUTES, gauge, type RawSeries } from "./series.ts";

/** What asks whether targets answered looks back so far. */
const DAYS = 8;
/** Before its end the history is silent, so that no target of the past seems to answer when the live checks begin. */
export const SILENT_MINUTES = 6;

/** Whether each replica's metrics could be scraped: 1, and 0 while an outage lasts. It goes on after the end. */
export function targetSeries(service: string, { replicas }: Life, { minutes }: Clock): RawSeries[] {
  const first = minutes - DAYS * 1440;
  return replicas
    .map((one) => ({ ...one, since: Math.max(one.from, first), until: one.downUntil ?? one.to }))
    .filter(({ since, until }) => until > since)
    .map(({ address, since, to, until, downUntil }) => {
      const values = new Float64Array(until - since).fill(1);
      values.fill(0, Math.max(0, to - since));
      values.fill(Number.NaN, Math.max(0, minutes - SILENT_MINUTES - since), Math.max(0, minutes - since));
      const series = gauge("up", { job: "services", service, instance: `${address}:8080` }, since, values);
      return downUntil === undefined ? { ...series, everyMinutes: CONSTANT_MINUTES } : series;
    });
}
