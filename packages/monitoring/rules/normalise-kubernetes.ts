import { COST_LABELS } from "@pyairtable/kubernetes-facts";
import type { RecordingRule } from "@pyairtable/slo";
import { SERIES } from "./names.ts";

const RUNTIME = { runtime: "kubernetes" } as const;
/** How kube-state-metrics writes the label that names a pod's service. */
export const SERVICE_KEY = `label_${COST_LABELS.Service.replaceAll(/[^a-zA-Z0-9_]/g, "_")}`;

/** `expression` by namespace and pod, onto service and replica. */
const byReplica = (expression: string, how = "sum") =>
  `${how} by (service, replica) ((${how} by (namespace, pod) (${expression})) * on (namespace, pod) group_left (service, replica) ${SERIES.podInfo})`;
const CONTAINERS = '{container!="", container!="POD"}';

/**
 * Pods, by cAdvisor and kube-state-metrics. Where a pod has no CPU limit there is nothing to throttle: then the share of
 * time in which some thread waited for a CPU counts.
 */
export function kubernetesRules(): RecordingRule[] {
  const named = `max by (namespace, pod, ${SERVICE_KEY}) (kube_pod_labels{${SERVICE_KEY}!=""})`;
  const service = `label_replace(${named}, "service", "$1", "${SERVICE_KEY}", "(.+)")`;
  const rate = (metric: string) => `rate(${metric}${CONTAINERS}[5m])`;
  const throttled = `(sum by (namespace, pod) (${rate("container_cpu_cfs_throttled_periods_total")}) / sum by (namespace, pod) (${rate("container_cpu_cfs_periods_total")}))`;
  const waiting = `max by (namespace, pod) (${rate("container_pressure_cpu_waiting_seconds_total")})`;
  return [
    {
      record: SERIES.podInfo,
      expr: `max by (namespace, pod, service, replica) (label_replace(${service}, "replica", "$1", "pod", "(.+)"))`,
    },
    rule(SERIES.replicaCpu, byReplica(rate("container_cpu_usage_seconds_total"))),
    rule(SERIES.replicaCpuRequest, byReplica('kube_pod_container_resource_requests{resource="cpu"}')),
    rule(SERIES.replicaMemory, byReplica(`container_memory_working_set_bytes${CONTAINERS}`)),
    rule(SERIES.replicaMemoryRequest, byReplica('kube_pod_container_resource_requests{resource="memory"}')),
    rule(SERIES.replicaThrottled, byReplica(`(${throttled} >= 0) or ${waiting}`, "max")),
    {
      record: SERIES.oomKills,
      expr: `max by (service) (${byReplica('kube_pod_container_status_last_terminated_reason{reason="OOMKilled"}', "max")})`,
    },
  ];
}

function rule(record: string, expr: string): RecordingRule {
  return { record, expr, labels: RUNTIME };
}
