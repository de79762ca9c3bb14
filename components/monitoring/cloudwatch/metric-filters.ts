import type { LogMetricFilterArgs } from "@pulumi/aws/cloudwatch/logMetricFilter.js";
import type { LogsPlan } from "@pyairtable/plan";
import type { Place } from "../place.ts";
import type { WatchedService } from "./watched.ts";

/** Lines counted as metrics, one filter a service and pattern; the plan has none by default, since Prometheus counts. */
export function metricFilters(
  { project, environment }: Place,
  { metricFilters: filters }: LogsPlan,
  services: readonly WatchedService[],
): readonly { readonly key: string; readonly args: LogMetricFilterArgs }[] {
  return filters.flatMap(({ name, pattern, services: named }) =>
    services
      .filter((service) => named.includes(service.name))
      .map((service) => ({
        key: `${name}-${service.name}`,
        args: {
          name: `${service.name}-${name}`,
          logGroupName: service.logGroupName,
          pattern,
          metricTransformation: {
            name,
            namespace: `${project}/${environment}`,
            value: "1",
            defaultValue: "0",
          },
        },
      })),
  );
}
