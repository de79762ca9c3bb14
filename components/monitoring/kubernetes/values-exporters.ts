import { COST_LABELS } from "@pyairtable/kubernetes-facts";
import { knownMetrics } from "@pyairtable/monitoring";
import { NODE_NAMESPACE } from "./names.ts";
import { TOLERATIONS } from "./pods.ts";
import type { KubernetesRecord } from "./record.ts";
import { resourcesOf } from "./sizes.ts";

/** Metrics of these prefixes that some rule or dashboard may name. */
const named = (prefix: string) => [...knownMetrics([])].filter((name) => name.startsWith(prefix)).sort();
const VPA = "verticalpodautoscaler";

/** kubelets and kube-state-metrics, cut down to what rules and dashboards read: the rest would fill the volume. */
export function exporterValues({ monitoring, plan, nodeExporter, priorityClass }: KubernetesRecord) {
  const interval = `${monitoring.scrapeIntervalSeconds}s`;
  return {
    kubelet: {
      serviceMonitor: {
        interval,
        cAdvisorInterval: interval,
        kubelet: false,
        probes: false,
        cAdvisorMetricRelabelings: [
          { sourceLabels: ["__name__"], action: "keep", regex: named("container_").join("|") },
          // Sums over a pod and of the node: rules add containers up.
          { sourceLabels: ["container"], action: "drop", regex: "(POD)?" },
        ],
      },
    },
    "kube-state-metrics": {
      metricAllowlist: named("kube_"),
      metricLabelsAllowlist: [
        `deployments=[${COST_LABELS.Service}]`,
        `nodes=[${plan.kubernetes.capacityLabel.key}]`,
        `pods=[${COST_LABELS.Service}]`,
      ],
      customResourceState: { enabled: true, config: verticalAutoscalers() },
      rbac: {
        extraRules: [{ apiGroups: ["autoscaling.k8s.io"], resources: [`${VPA}s`], verbs: ["list", "watch"] }],
      },
      prometheus: { monitor: { interval } },
      resources: resourcesOf("kube-state-metrics"),
      tolerations: TOLERATIONS,
      priorityClassName: priorityClass,
    },
    nodeExporter: { enabled: nodeExporter !== null },
    "prometheus-node-exporter": {
      namespaceOverride: NODE_NAMESPACE,
      prometheus: { monitor: { interval } },
      resources: resourcesOf("node-exporter"),
    },
  };
}

/** What a VerticalPodAutoscaler would give, as two metrics, cores and bytes. */
function verticalAutoscalers() {
  const target = (resource: string) => ({
    name: `${VPA}_status_recommendation_containerrecommendations_target_${resource}`,
    help: `Recommended ${resource} of one replica`,
    each: {
      type: "Gauge",
      gauge: {
        path: ["status", "recommendation", "containerRecommendations"],
        valueFrom: ["target", resource],
        labelsFromPath: { container: ["containerName"] },
      },
    },
  });
  return {
    kind: "CustomResourceStateMetrics",
    spec: {
      resources: [
        {
          groupVersionKind: { group: "autoscaling.k8s.io", version: "v1", kind: "VerticalPodAutoscaler" },
          labelsFromPath: { [VPA]: ["metadata", "name"], namespace: ["metadata", "namespace"] },
          metrics: [target("cpu"), target("memory")],
        },
      ],
    },
  };
}
