import type { MonitoringPlan, Plan } from "@pyairtable/plan";
import { PORTS } from "../config/ports.ts";
import type { ImageName } from "../images.ts";
import { hostOf, type Place } from "../place.ts";
import { cloudwatchContainer, collectorContainer, probeContainer, SIDE_MEMORY_MIB } from "./collector-containers.ts";
import type { ContainerSpec } from "./container.ts";
import { METRICS_USER, metricsContainers } from "./metrics-containers.ts";
import { viewsContainers } from "./views-containers.ts";

export interface DefinitionArgs {
  readonly place: Place;
  readonly plan: Plan;
  readonly monitoring: MonitoringPlan;
  readonly clusterName: string;
  readonly dashboards: Readonly<Record<string, string>>;
  readonly images: Partial<Record<ImageName, string>>;
}

/** Variables by which tasks learn the address of a managed Prometheus. */
export const WRITE_URL = "REMOTE_WRITE_URL";
export const QUERY_URL = "PROMETHEUS_URL";

/** Containers of the two tasks; `views` may be empty. */
export type Definitions = Readonly<Record<"metrics" | "views", readonly ContainerSpec[]>>;

export function definitions(args: DefinitionArgs): Definitions {
  const managed = args.monitoring.prometheus === "managed";
  return {
    metrics: managed ? managedContainers(args) : metricsContainers(args),
    views: viewsContainers({ ...args, managedUrlVariable: managed ? QUERY_URL : null }),
  };
}

/** The collector scrapes and writes; nothing here has a disk, so what it holds is lost with it. */
function managedContainers(args: DefinitionArgs): readonly ContainerSpec[] {
  const { place, monitoring } = args;
  const user = `${METRICS_USER}:${METRICS_USER}`;
  const collector = collectorContainer({
    ...args,
    user,
    memoryMiB: monitoring.metricsTask.memoryMiB - SIDE_MEMORY_MIB.cloudwatch - SIDE_MEMORY_MIB.blackbox,
    targetsFile: "/dev/shm/ecs.yaml",
    queueFolder: null,
    jaegerEndpoint: monitoring.tracing === null ? null : `${hostOf(place, "views")}:${PORTS.otlpGrpc}`,
    remoteWriteVariable: WRITE_URL,
  });
  return [
    collector,
    cloudwatchContainer(args, user),
    ...(monitoring.probes.enabled ? [probeContainer(args, user)] : []),
  ];
}
