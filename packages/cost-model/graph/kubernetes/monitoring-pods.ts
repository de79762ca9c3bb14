import { MONITORING_NAMESPACE } from "@pyairtable/kubernetes-facts";
import type { ClusterPodsPlan } from "@pyairtable/plan";
import { textAt, valueAt } from "../read-props.ts";
import type { GraphResource } from "../types.ts";
import { quantity } from "./quantity.ts";
import { RELEASE, WORKLOADS } from "./types.ts";

/** By URN what each workload and chart of monitoring asks for: other add-ons fit on system nodes, for these nodes are made. */
export function monitoringRequests(resources: readonly GraphResource[]): Map<string, ClusterPodsPlan> {
  return new Map(resources.filter(isMonitoring).map((resource) => [resource.urn, requestsOf(resource)]));
}

function isMonitoring({ type, props }: GraphResource): boolean {
  if (type === RELEASE) return textAt(props, "namespace") === MONITORING_NAMESPACE;
  return (
    (WORKLOADS as readonly string[]).includes(type) && textAt(props, "metadata", "namespace") === MONITORING_NAMESPACE
  );
}

/** What a pod template, its claims, or the values of a chart ask for: every `requests` below. Of a chart one pod each. */
function requestsOf({ type, props }: GraphResource): ClusterPodsPlan {
  const below = type === RELEASE ? valueAt(props, "values") : valueAt(props, "spec");
  const sum = { cpuMillicores: 0, memoryMiB: 0, volumesGiB: 0 };
  for (const requests of allRequests(below)) {
    sum.cpuMillicores += (quantity(valueAt(requests, "cpu")) ?? 0) * 1000;
    sum.memoryMiB += (quantity(valueAt(requests, "memory")) ?? 0) / 2 ** 20;
    sum.volumesGiB += (quantity(valueAt(requests, "storage")) ?? 0) / 2 ** 30;
  }
  return sum;
}

function allRequests(value: unknown): unknown[] {
  if (value === null || typeof value !== "object") return [];
  const own = Array.isArray(value) ? undefined : valueAt(value, "requests");
  const inner = Object.keys(value).flatMap((key) => allRequests(valueAt(value, key)));
  return own === undefined ? inner : [own, ...inner];
}
