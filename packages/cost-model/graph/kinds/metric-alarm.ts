import { costLine } from "../../line.ts";
import { listAt, numberAt, valueAt } from "../read-props.ts";
import type { GraphKind } from "../types.ts";

const SHORTEST_STANDARD_SECONDS = 60;

/** By metric: an alarm on an expression pays for each metric in it. Periods under a minute cost three times as much. */
export const metricAlarm: GraphKind = {
  types: ["aws:cloudwatch/metricAlarm:MetricAlarm"],
  price: ({ props }, { book }) => {
    const queries = listAt(props, "metricQueries") ?? [];
    const metrics = queries.filter((query) => valueAt(query, "metric") !== undefined);
    const period = numberAt(props, "period") ?? numberAt(metrics[0], "metric", "period") ?? SHORTEST_STANDARD_SECONDS;
    const key = period < SHORTEST_STANDARD_SECONDS ? "alarm.high-resolution" : "alarm.standard";
    return [costLine(book, key, "alarm metrics", Math.max(1, metrics.length))];
  },
};
