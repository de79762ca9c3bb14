import { SERIES as S } from "../../rules/names.ts";
import type { PageContext } from "../context.ts";
import type { Page, Panel, Row, Variable } from "../page.ts";
import { bars, lines, lowIsGood, stat, table } from "../panels.ts";
import { orZero } from "../promql.ts";

const requested = (resource: string) => `sum(kube_pod_container_resource_requests{resource="${resource}"})`;
const allocatable = (resource: string) => `sum(kube_node_status_allocatable{resource="${resource}"})`;
const quota = (type: string, by: string) =>
  `max by (${by}) (kube_resourcequota{type="${type}", namespace=~"$namespace"})`;
const pdb = (name: string) =>
  `max by (namespace, poddisruptionbudget) (kube_poddisruptionbudget_status_${name}{namespace=~"$namespace"})`;
const VPA = "kube_customresource_verticalpodautoscaler_status_recommendation_containerrecommendations_target";

/** Room on nodes and in namespaces, and what stands in the way of pods. */
export function kubernetesPage(context: PageContext): Page {
  const namespace: Variable = {
    name: "namespace",
    title: "Namespace",
    metric: "kube_resourcequota",
    label: "namespace",
    first: null,
  };
  return {
    name: "kubernetes",
    description: "Is there room: on nodes, in quotas; and may pods be moved when there is not.",
    range: "6h",
    variables: [namespace],
    rows: [nodes(context), namespaces(), pods(), ...addOns(context)],
  };
}

function nodes({ capacityLabel, reads }: PageContext): Row {
  const panels: Panel[] = [
    stat("Nodes ready", "count", "Of all nodes.", {
      ready: 'sum(kube_node_status_condition{condition="Ready", status="true"})',
      all: "count(kube_node_labels)",
    }),
    stat("Nodes closed", "count", "Cordoned: drained, or about to go.", orZero("sum(kube_node_spec_unschedulable)"), {
      steps: lowIsGood(1, 3),
    }),
    stat(
      "CPU asked for",
      "ratio",
      "Requests of all pods against what nodes offer.",
      `${requested("cpu")} / ${allocatable("cpu")}`,
      { steps: lowIsGood(0.85, 0.95) },
    ),
    stat(
      "Memory asked for",
      "ratio",
      "Requests of all pods against what nodes offer.",
      `${requested("memory")} / ${allocatable("memory")}`,
      { steps: lowIsGood(0.85, 0.95) },
    ),
    stat("Pods without a node", "count", "Waiting for room.", orZero("sum(kube_pod_status_unschedulable)"), {
      steps: lowIsGood(1, 5),
    }),
    stat("Pods not ready", "count", "All namespaces.", orZero('sum(kube_pod_status_ready{condition="false"})'), {
      steps: lowIsGood(1, 5),
    }),
    lines("CPU of nodes", "vcpu", "What nodes offer, what pods ask for, what they use.", {
      offered: allocatable("cpu"),
      requested: requested("cpu"),
      used: 'sum(rate(container_cpu_usage_seconds_total{container!="", container!="POD"}[5m]))',
    }),
    lines("Memory of nodes", "bytes", "What nodes offer, what pods ask for, what they use.", {
      offered: allocatable("memory"),
      requested: requested("memory"),
      used: 'sum(container_memory_working_set_bytes{container!="", container!="POD"})',
    }),
    lines(
      "Nodes by capacity",
      "count",
      "Spot and on demand.",
      { [`{{${capacityLabel}}}`]: `count by (${capacityLabel}) (kube_node_labels)` },
      { stacked: true },
    ),
  ];
  if (reads("karpenter")) {
    panels.push(
      lines(
        "Nodes asked for",
        "count",
        "Of an hour, by Karpenter's pool.",
        { "{{nodepool}}": "sum by (nodepool) (increase(karpenter_nodeclaims_created_total[1h]))" },
        { whenEmpty: "none" },
      ),
    );
  }
  return { title: "Nodes", panels };
}

function namespaces(): Row {
  const key = "namespace, resource";
  return {
    title: "Quotas of $namespace",
    panels: [
      bars(
        "Quota used",
        "ratio",
        "At 90% alerts: beyond, new pods are refused.",
        { "{{namespace}} {{resource}}": `${quota("used", key)} / (${quota("hard", key)} > 0)` },
        { max: 1, steps: lowIsGood(0.8, 0.9) },
      ),
      table(
        "Quotas",
        "Used and allowed.",
        { namespace: "Namespace", resource: "Resource" },
        [
          { title: "Used", expr: quota("used", key), unit: "short" },
          { title: "Allowed", expr: quota("hard", key), unit: "short" },
        ],
        { width: 12, height: 8 },
      ),
    ],
  };
}

function pods(): Row {
  return {
    title: "Pods of $namespace",
    panels: [
      table(
        "Disruption budgets",
        "Allowed 0 with all healthy: no node of theirs can be drained.",
        { namespace: "Namespace", poddisruptionbudget: "Budget" },
        [
          { title: "Allowed", expr: pdb("pod_disruptions_allowed"), unit: "count" },
          { title: "Healthy", expr: pdb("current_healthy"), unit: "count" },
          { title: "Wanted", expr: pdb("desired_healthy"), unit: "count" },
        ],
        { width: 12 },
      ),
      table(
        "What the vertical autoscaler would give",
        "Of one replica, beside what it asks for.",
        { verticalpodautoscaler: "Service" },
        [
          { title: "CPU", expr: `${VPA}_cpu{namespace=~"$namespace"}`, unit: "vcpu", decimals: 3 },
          { title: "Memory", expr: `${VPA}_memory{namespace=~"$namespace"}`, unit: "bytes" },
        ],
        { width: 12, whenEmpty: "no VerticalPodAutoscaler" },
      ),
      lines(
        "Restarts in an hour",
        "count",
        "By pod.",
        {
          "{{pod}}":
            'sum by (pod) (increase(kube_pod_container_status_restarts_total{namespace=~"$namespace"}[1h])) > 0',
        },
        { whenEmpty: "none" },
      ),
      lines(
        "Pods missing",
        "count",
        "To what a Deployment asks for.",
        {
          "{{deployment}}":
            'max by (deployment) (kube_deployment_spec_replicas{namespace=~"$namespace"}) - max by (deployment) (kube_deployment_status_replicas_available) > 0',
        },
        { whenEmpty: "none" },
      ),
      lines(
        "Throttled",
        "ratio",
        "Share of time a pod waits for CPU, busiest of each service.",
        { "{{service}}": `topk(8, ${S.cpuThrottled})` },
        { width: 24, max: 1 },
      ),
    ],
  };
}

function addOns({ reads }: PageContext): Row[] {
  const panels: Panel[] = [];
  if (reads("keda")) {
    panels.push(
      lines(
        "Scaler errors",
        "count",
        "Of ten minutes: what KEDA cannot read, it does not scale by.",
        { "{{scaledObject}}": "sum by (scaledObject) (increase(keda_scaled_object_errors_total[10m]))" },
        { whenEmpty: "none" },
      ),
    );
  }
  if (reads("argo-cd")) {
    panels.push(
      table(
        "Applications",
        "Of Argo CD.",
        { name: "Application", sync_status: "State" },
        [{ title: "Count", expr: "argocd_app_info", unit: "count" }],
        { width: 12, height: 8 },
      ),
    );
  }
  return panels.length === 0 ? [] : [{ title: "Add-ons", panels }];
}
