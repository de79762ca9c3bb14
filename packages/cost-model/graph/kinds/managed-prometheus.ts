import { managedPrometheusLines } from "../../monitoring-lines.ts";
import type { GraphKind } from "../types.ts";

/** By samples, which no resource says: those that all services would send at their most tasks. */
export const managedPrometheus: GraphKind = {
  types: ["aws:amp/workspace:Workspace"],
  price: (_, { book, monitoring: { managed } }) =>
    managedPrometheusLines(book, managed.samplesPerSecond, managed.retentionDays),
};
