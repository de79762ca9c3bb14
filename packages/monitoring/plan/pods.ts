import type { ClusterPodsPlan, MonitoringPlan } from "@pyairtable/plan";
import table from "./data/pods.json" with { type: "json" };

export type MonitoringPodName = keyof typeof table.sizes;

/** What each container of monitoring asks for on a cluster. */
export const MONITORING_PODS: Readonly<
  Record<MonitoringPodName, { readonly cpuMillicores: number; readonly memoryMiB: number }>
> = table.sizes;

export const MONITORING_VOLUMES_GIB: Readonly<Record<keyof typeof table.volumesGiB, number>> = table.volumesGiB;

type Choices = Pick<MonitoringPlan, "grafana" | "tracing" | "probes" | "volumeGiB" | "metricsTask">;

/** Memory of Prometheus on a cluster: that of the task it would be on ECS, and never less than the table's. */
export function prometheusPodMemoryMiB({ metricsTask }: Pick<Choices, "metricsTask">): number {
  return Math.max(MONITORING_PODS.prometheus.memoryMiB, metricsTask.memoryMiB);
}

/** Their sum; the node exporter, which is a choice of the component, is not in it. */
export function clusterPods(choices: Choices): ClusterPodsPlan {
  const { grafana, tracing, probes, volumeGiB } = choices;
  const names: MonitoringPodName[] = [
    "operator",
    "alertmanager",
    "kube-state-metrics",
    // Two sidecars: one brings dashboards, one sources.
    ...(grafana.enabled ? (["grafana", "grafana-sidecar", "grafana-sidecar"] as const) : []),
    ...(tracing === null ? [] : (["jaeger", "collector"] as const)),
    ...(probes.enabled ? (["blackbox-exporter"] as const) : []),
  ];
  const sum = (of: "cpuMillicores" | "memoryMiB") => names.reduce((all, name) => all + MONITORING_PODS[name][of], 0);
  return {
    cpuMillicores: sum("cpuMillicores") + MONITORING_PODS.prometheus.cpuMillicores,
    memoryMiB: sum("memoryMiB") + prometheusPodMemoryMiB(choices),
    volumesGiB: volumeGiB + MONITORING_VOLUMES_GIB.alertmanager + (tracing === null ? 0 : MONITORING_VOLUMES_GIB.queue),
  };
}
