import { BUNDLE_VARIABLE, bundle, unpack } from "@pyairtable/monitoring/bundle";
import type { MonitoringPlan, Plan } from "@pyairtable/plan";
import { secretArn } from "../../ecs/arns.ts";
import { alertmanagerFile, secretVariables, writeSecrets } from "../config/alertmanager.ts";
import { PATHS, PORTS } from "../config/ports.ts";
import { prometheusFiles, prometheusFlags } from "../config/prometheus.ts";
import { type ImageName, imageOf } from "../images.ts";
import { hostOf, type Place } from "../place.ts";
import { cloudwatchContainer, collectorContainer, probeContainer, SIDE_MEMORY_MIB } from "./collector-containers.ts";
import { type ContainerSpec, fetches } from "./container.ts";

/** Owner of the disk: `nobody`, as in the images of the Prometheus project. */
export const METRICS_USER = "65534";
const USER = `${METRICS_USER}:${METRICS_USER}`;
const DISK = "samples";

export interface MetricsArgs {
  readonly place: Place;
  readonly plan: Plan;
  readonly monitoring: MonitoringPlan;
  readonly clusterName: string;
  readonly images: Partial<Record<ImageName, string>>;
}

/** Prometheus of our own, Alertmanager, the collector and two exporters, on one disk. */
export function metricsContainers(args: MetricsArgs): readonly ContainerSpec[] {
  const { place, monitoring } = args;
  const side = SIDE_MEMORY_MIB;
  const beside = side.alertmanager + side.collector + side.cloudwatch + (monitoring.probes.enabled ? side.blackbox : 0);
  const mounts = { [DISK]: PATHS.data };
  const collector = collectorContainer({
    ...args,
    user: USER,
    memoryMiB: side.collector,
    targetsFile: PATHS.targets,
    queueFolder: PATHS.queue,
    jaegerEndpoint: monitoring.tracing === null ? null : `${hostOf(place, "views")}:${PORTS.otlpGrpc}`,
    remoteWriteVariable: null,
  });
  return [
    prometheusContainer(args, monitoring.metricsTask.memoryMiB - beside),
    alertmanagerContainer(args),
    // Its folders are made by the start of Prometheus.
    { ...collector, mounts, after: ["prometheus"] },
    cloudwatchContainer(args, USER),
    ...(monitoring.probes.enabled ? [probeContainer(args, USER)] : []),
  ];
}

function prometheusContainer({ plan, monitoring, images, place }: MetricsArgs, memoryMiB: number): ContainerSpec {
  const folders = [PATHS.samples, PATHS.queue, PATHS.targets.slice(0, PATHS.targets.lastIndexOf("/"))].join(" ");
  const flags = [
    ...prometheusFlags(monitoring),
    `--web.external-url=http://${hostOf(place, "metrics")}:${PORTS.prometheus}`,
  ];
  return {
    name: "prometheus",
    image: imageOf("prometheus", images),
    essential: true,
    memoryMiB,
    user: USER,
    entryPoint: ["/bin/sh", "-e", "-c"],
    command: [`${unpack(PATHS.config)}\nmkdir -p ${folders}\nexec /bin/prometheus ${flags.join(" ")}`],
    ports: [PORTS.prometheus],
    variables: { [BUNDLE_VARIABLE]: bundle(prometheusFiles(plan, monitoring)) },
    mounts: { [DISK]: PATHS.data },
    healthCommand: fetches(PORTS.prometheus, "/-/healthy"),
    // It writes what is in memory to the log on disk.
    stopTimeoutSeconds: 120,
  };
}

function alertmanagerContainer({ monitoring, images, place }: MetricsArgs): ContainerSpec {
  const secrets = secretVariables(monitoring.alerting);
  const folder = `${PATHS.alerts}/config`;
  const flags = [
    `--config.file=${folder}/alertmanager.json`,
    `--storage.path=${PATHS.alerts}/state`,
    // One of it: there is nobody to gossip with.
    "--cluster.listen-address=",
    `--web.external-url=http://${hostOf(place, "metrics")}:${PORTS.alertmanager}`,
  ];
  return {
    name: "alertmanager",
    image: imageOf("alertmanager", images),
    essential: true,
    memoryMiB: SIDE_MEMORY_MIB.alertmanager,
    user: USER,
    entryPoint: ["/bin/sh", "-e", "-c"],
    command: [`${unpack(folder)}\n${writeSecrets(secrets)}\nexec /bin/alertmanager ${flags.join(" ")}`],
    ports: [PORTS.alertmanager],
    variables: { [BUNDLE_VARIABLE]: bundle({ "alertmanager.json": alertmanagerFile(monitoring.alerting) }) },
    secrets: Object.fromEntries(secrets.map(({ variable, secretName }) => [variable, secretArn(place, secretName)])),
    mounts: { [DISK]: PATHS.data },
    healthCommand: fetches(PORTS.alertmanager, "/-/healthy"),
    stopTimeoutSeconds: 60,
  };
}
