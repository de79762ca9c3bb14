import { costLine } from "../../line.ts";
import type { GraphKind } from "../types.ts";

/** A filter is free; the metric it counts into is paid once. */
export const logMetricFilter: GraphKind = {
  types: ["aws:cloudwatch/logMetricFilter:LogMetricFilter"],
  price: ({ urn }, { book, monitoring }) =>
    monitoring.firstFilters.has(urn) ? [costLine(book, "metric.custom", "metric counted in logs", 1)] : [],
};
