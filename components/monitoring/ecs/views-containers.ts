import { BUNDLE_VARIABLE, bundle, unpack } from "@pyairtable/monitoring/bundle";
import type { MonitoringPlan } from "@pyairtable/plan";
import { secretArn } from "../../ecs/arns.ts";
import { GRAFANA_CONFIG, GRAFANA_DATA, grafanaFiles, grafanaVariables } from "../config/grafana.ts";
import { jaegerConfig } from "../config/jaeger.ts";
import { PORTS } from "../config/ports.ts";
import { type ImageName, imageOf } from "../images.ts";
import { hostOf, type Place } from "../place.ts";
import { type ContainerSpec, fetches } from "./container.ts";

/** The image's own user; its disk belongs to it. */
export const GRAFANA_USER = "472";
const JAEGER_USER = "10001:10001";
const DISK = "grafana";
const STOP_SECONDS = 60;

export interface ViewsArgs {
  readonly place: Place;
  readonly monitoring: MonitoringPlan;
  readonly dashboards: Readonly<Record<string, string>>;
  readonly images: Partial<Record<ImageName, string>>;
  /** Variable that holds the address of a managed Prometheus; null for ours. */
  readonly managedUrlVariable: string | null;
}

/** What people look at: Grafana, and Jaeger where traces are kept. */
export function viewsContainers(args: ViewsArgs): readonly ContainerSpec[] {
  const { grafana, tracing } = args.monitoring;
  return [...(grafana.enabled ? [grafanaContainer(args)] : []), ...(tracing === null ? [] : [jaegerContainer(args)])];
}

function grafanaContainer({ place, monitoring, dashboards, images, managedUrlVariable }: ViewsArgs): ContainerSpec {
  const metrics = `http://${hostOf(place, "metrics")}`;
  const files = grafanaFiles(
    {
      prometheusUrl: managedUrlVariable === null ? `${metrics}:${PORTS.prometheus}` : `$${managedUrlVariable}`,
      signedFor: managedUrlVariable === null ? null : place.region,
      alertmanagerUrl: managedUrlVariable === null ? `${metrics}:${PORTS.alertmanager}` : null,
      jaegerUrl: monitoring.tracing === null ? null : `http://localhost:${PORTS.jaeger}`,
    },
    dashboards,
  );
  return {
    name: "grafana",
    image: imageOf("grafana", images),
    essential: true,
    memoryMiB: monitoring.tracing === null ? monitoring.viewsTask.memoryMiB : monitoring.viewsTask.memoryMiB / 2,
    user: `${GRAFANA_USER}:0`,
    entryPoint: ["/bin/sh", "-e", "-c"],
    command: [`${unpack(GRAFANA_CONFIG)}\nexec /run.sh`],
    ports: [PORTS.grafana],
    variables: { ...grafanaVariables(monitoring), [BUNDLE_VARIABLE]: bundle(files) },
    secrets: { GF_SECURITY_ADMIN_PASSWORD: secretArn(place, monitoring.grafana.adminSecretName) },
    mounts: { [DISK]: GRAFANA_DATA },
    healthCommand: fetches(PORTS.grafana, "/api/health"),
    stopTimeoutSeconds: STOP_SECONDS,
  };
}

function jaegerContainer({ monitoring, images }: ViewsArgs): ContainerSpec {
  const { tracing, grafana, viewsTask } = monitoring;
  if (tracing === null) throw new Error("Jaeger without tracing");
  return {
    name: "jaeger",
    image: imageOf("jaeger", images),
    essential: true,
    memoryMiB: grafana.enabled ? viewsTask.memoryMiB / 2 : viewsTask.memoryMiB,
    user: JAEGER_USER,
    command: ["--config=env:JAEGER_CONFIG"],
    ports: [PORTS.jaeger, PORTS.otlpGrpc],
    variables: { JAEGER_CONFIG: JSON.stringify(jaegerConfig(tracing)) },
    healthCommand: fetches(13_133, "/status"),
    stopTimeoutSeconds: STOP_SECONDS,
  };
}
