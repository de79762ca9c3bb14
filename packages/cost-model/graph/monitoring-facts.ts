import { ASSUMPTIONS } from "../assumptions.ts";
import { containersOf } from "./containers.ts";
import { ofType } from "./ecs-facts.ts";
import { listAt, numberAt, PLATFORM, serviceOf, textAt } from "./read-props.ts";
import type { GraphResource, MonitoringFacts } from "./types.ts";

const RETENTION_SIZE = /^--storage\.tsdb\.retention\.size=(\d+)MB$/;
const MIB_PER_GIB = 1024;
/** What Amazon Managed Prometheus keeps where nothing says. */
const AMP_DAYS = 150;

export function monitoringFacts(resources: readonly GraphResource[]): MonitoringFacts {
  const days = ofType(resources, "aws:amp/workspaceConfiguration:WorkspaceConfiguration").flatMap(
    ({ props }) => numberAt(props, "retentionPeriodInDays") ?? [],
  );
  return {
    samplesGb: samplesGb(resources),
    firstFilters: firstFilters(resources),
    managed: { samplesPerSecond: samplesPerSecond(resources), retentionDays: Math.max(...days, 0) || AMP_DAYS },
  };
}

/** Prometheus says itself how much of its disk it may fill. */
function samplesGb(resources: readonly GraphResource[]): number | null {
  const commands = ofType(resources, "aws:ecs/taskDefinition:TaskDefinition")
    .flatMap(containersOf)
    .flatMap((container) => listAt(container, "command") ?? []);
  const sizes = commands.flatMap((word) => RETENTION_SIZE.exec(String(word))?.[1] ?? []);
  return sizes.length === 0 ? null : sizes.reduce((sum, mib) => sum + Number(mib) / MIB_PER_GIB, 0);
}

function firstFilters(resources: readonly GraphResource[]): Set<string> {
  const byMetric = new Map<string, string>();
  for (const { urn, name, props } of ofType(resources, "aws:cloudwatch/logMetricFilter:LogMetricFilter")) {
    const metric = textAt(props, "metricTransformation", "name") ?? name;
    if (!byMetric.has(metric)) byMetric.set(metric, urn);
  }
  return new Set(byMetric.values());
}

/** Every ECS service at its most tasks, as the plan sizes Prometheus. */
function samplesPerSecond(resources: readonly GraphResource[]): number {
  const { seriesPerTask, seriesPerService, seriesOfPlatform, scrapeSeconds } = ASSUMPTIONS.monitoring;
  const services = ofType(resources, "aws:ecs/service:Service").filter(({ props }) => serviceOf(props) !== PLATFORM);
  const targets = ofType(resources, "aws:appautoscaling/target:Target");
  const tasks = targets.reduce((sum, { props }) => sum + (numberAt(props, "maxCapacity") ?? 1), 0);
  return (tasks * seriesPerTask + services.length * seriesPerService + seriesOfPlatform) / scrapeSeconds;
}
