import { BUNDLE_VARIABLE, bundle, unpack } from "@pyairtable/monitoring/bundle";
import type { MonitoringPlan, Plan } from "@pyairtable/plan";
import { cloudwatchExporterConfig } from "../config/cloudwatch-exporter.ts";
import { collectorConfig } from "../config/collector.ts";
import { PORTS } from "../config/ports.ts";
import { type ImageName, imageOf } from "../images.ts";
import type { Place } from "../place.ts";
import { type ContainerSpec, fetches } from "./container.ts";

/** Hard limits of what runs beside Prometheus. */
export const SIDE_MEMORY_MIB = { alertmanager: 96, collector: 384, cloudwatch: 96, blackbox: 64 } as const;
const STOP_SECONDS = 60;
/** In memory, and writable under a read-only root. */
const CLOUDWATCH_FOLDER = "/dev/shm/cloudwatch";

interface SideArgs {
  readonly place: Place;
  readonly images: Partial<Record<ImageName, string>>;
}

export interface CollectorContainerArgs extends SideArgs {
  readonly plan: Plan;
  readonly monitoring: MonitoringPlan;
  readonly clusterName: string;
  readonly user: string;
  readonly memoryMiB: number;
  readonly targetsFile: string;
  readonly queueFolder: string | null;
  readonly jaegerEndpoint: string | null;
  /** Variable that holds where samples are written to; null where Prometheus scrapes itself. */
  readonly remoteWriteVariable: string | null;
}

/** AWS's build of the OpenTelemetry collector: it has no shell and takes its configuration from a variable. */
export function collectorContainer(args: CollectorContainerArgs): ContainerSpec {
  const { plan, monitoring, place, clusterName, remoteWriteVariable } = args;
  const config = collectorConfig(plan, monitoring, {
    clusterName,
    region: place.region,
    jaegerEndpoint: args.jaegerEndpoint,
    remoteWriteUrl: remoteWriteVariable === null ? null : `\${env:${remoteWriteVariable}}`,
    queueFolder: args.queueFolder,
    memoryMiB: args.memoryMiB,
    targetsFile: args.targetsFile,
  });
  return {
    name: "collector",
    image: imageOf("collector", args.images),
    essential: true,
    memoryMiB: args.memoryMiB,
    user: args.user,
    command: [],
    ports: [PORTS.otlpGrpc, PORTS.otlpHttp],
    variables: { AOT_CONFIG_CONTENT: JSON.stringify(config) },
    healthCommand: ["CMD", "/healthcheck"],
    stopTimeoutSeconds: STOP_SECONDS,
  };
}

/** Interruptions and placement failures, which EventBridge counts. */
export function cloudwatchContainer({ place, images }: SideArgs, user: string): ContainerSpec {
  const flags = `--config.file=${CLOUDWATCH_FOLDER}/config.json --listen-address=127.0.0.1:${PORTS.cloudwatch} --scraping-interval=60`;
  return {
    name: "cloudwatch-exporter",
    image: imageOf("cloudwatchExporter", images),
    essential: false,
    memoryMiB: SIDE_MEMORY_MIB.cloudwatch,
    user,
    entryPoint: ["/bin/sh", "-e", "-c"],
    command: [`${unpack(CLOUDWATCH_FOLDER)}\nexec /bin/yace ${flags}`],
    ports: [],
    variables: { [BUNDLE_VARIABLE]: bundle({ "config.json": JSON.stringify(cloudwatchExporterConfig(place.region)) }) },
    healthCommand: fetches(PORTS.cloudwatch, "/healthz"),
    stopTimeoutSeconds: STOP_SECONDS,
  };
}

/** Probes health endpoints from outside their tasks; its own configuration has the module that is asked for. */
export function probeContainer({ images }: SideArgs, user: string): ContainerSpec {
  return {
    name: "blackbox-exporter",
    image: imageOf("blackboxExporter", images),
    essential: false,
    memoryMiB: SIDE_MEMORY_MIB.blackbox,
    user,
    command: ["--config.file=/etc/blackbox_exporter/config.yml", `--web.listen-address=127.0.0.1:${PORTS.blackbox}`],
    ports: [],
    healthCommand: fetches(PORTS.blackbox, "/-/healthy"),
    stopTimeoutSeconds: STOP_SECONDS,
  };
}
