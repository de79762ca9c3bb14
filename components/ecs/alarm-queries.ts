import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import type { Input } from "@pulumi/pulumi";
import type { AlarmWiring } from "./alarms.ts";
import type { ServiceRecord } from "./record.ts";

type Queries = NonNullable<MetricAlarmArgs["metricQueries"]>;
interface Series {
  readonly namespace: string;
  readonly dimensions: Readonly<Record<string, Input<string>>>;
}

/**
 * 5xx answers, percent of all, once enough requests come in a minute to mean anything. Public: of the target groups.
 * Internal: of Service Connect, where errors are counted by the callers under `TargetDiscoveryName` and requests
 * by the service under `DiscoveryName`.
 */
export function errorShareQueries(record: ServiceRecord, wiring: AlarmWiring): Queries {
  const groups = targetGroupSeries(wiring);
  const discoveryName = record.serviceConnect?.discoveryName ?? record.service;
  const mesh = (dimension: string): Series => ({ namespace: "AWS/ECS", dimensions: { [dimension]: discoveryName } });
  const errors = record.route === null ? [mesh("TargetDiscoveryName")] : groups;
  const requests = record.route === null ? [mesh("DiscoveryName")] : groups;
  const share = `100 * (${sum("errors", errors)}) / (${sum("requests", requests)})`;
  return [
    ...errors.map((series, n) => metric(`errors${n}`, "HTTPCode_Target_5XX_Count", "Sum", series)),
    ...requests.map((series, n) => metric(`requests${n}`, "RequestCount", "Sum", series)),
    result(
      `IF((${sum("requests", requests)}) >= ${record.alarms.minimumRequestsPerMinute}, ${share}, 0)`,
      "5xx percent",
    ),
  ];
}

/** p95 of the answer time, seconds: of the one target group, or of the slower of two. */
export function latencyMetric(wiring: AlarmWiring): Partial<MetricAlarmArgs> {
  const groups = targetGroupSeries(wiring);
  const [only] = groups;
  if (groups.length === 1 && only !== undefined)
    return {
      namespace: only.namespace,
      metricName: "TargetResponseTime",
      dimensions: { ...only.dimensions },
      extendedStatistic: "p95",
      period: 60,
      evaluateLowSampleCountPercentiles: "ignore",
    };
  const slowest = `MAX([${groups.map((_, n) => `FILL(latency${n}, 0)`).join(", ")}])`;
  const queries = groups.map((series, n) => metric(`latency${n}`, "TargetResponseTime", "p95", series));
  return { metricQueries: [...queries, result(slowest, "p95 seconds")] };
}

function targetGroupSeries({ loadBalancerArnSuffix, targetGroupArnSuffixes }: AlarmWiring): Series[] {
  return targetGroupArnSuffixes.map((TargetGroup) => ({
    namespace: "AWS/ApplicationELB",
    dimensions: { LoadBalancer: loadBalancerArnSuffix ?? "", TargetGroup },
  }));
}

function sum(id: string, series: readonly Series[]): string {
  return series.map((_, n) => `FILL(${id}${n}, 0)`).join(" + ");
}

function metric(id: string, metricName: string, stat: string, { namespace, dimensions }: Series) {
  return { id, metric: { namespace, metricName, dimensions, stat, period: 60 } };
}

function result(expression: string, label: string) {
  return { id: "result", expression, label, returnData: true };
}
