import type { Plan } from "@pyairtable/plan";
import type { AlertRule } from "@pyairtable/slo";
import thresholds from "../data/thresholds.json" with { type: "json" };
import { SERIES as S, withOwner } from "../rules/names.ts";
import { HOUR_SECONDS, MINUTE_SECONDS, platformAlert, serviceAlert } from "./alert.ts";

const t = thresholds.kubernetes;
/** Budgets, deployments and autoscalers bear their service's name. */
const byName = (expression: string, label: string) =>
  `max by (service) (label_replace(${expression}, "service", "$1", "${label}", "(.+)"))`;
const pdb = (what: string) => `kube_poddisruptionbudget_status_${what}`;
const onPods = (expression: string, ...labels: string[]) =>
  `max by (${["service", ...labels].join(", ")}) (${expression} * on (namespace, pod) group_left (service) ${S.podInfo})`;

/** Nodes, pods and what holds them; nothing about a control plane that EKS runs for us. */
export function kubernetesAlerts(plan: Plan): AlertRule[] {
  return [...nodeAlerts(plan.tags.Owner), ...podAlerts(), ...budgetAlerts()];
}

function nodeAlerts(owner: string): AlertRule[] {
  return [
    platformAlert(owner, "node", {
      alert: "NodeNotReady",
      expr: 'kube_node_status_condition{condition="Ready", status="true"} == 0 unless on (node) kube_node_spec_unschedulable == 1',
      forSeconds: 5 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "Node {{ $labels.node }} is not ready",
      description: "And nobody drains it. Its pods move after five minutes, if there is room.",
      runbook: "node-not-ready",
      dashboard: "kubernetes",
    }),
    platformAlert(owner, "platform", {
      alert: "QuotaNearlyFull",
      expr: `max by (namespace, resource) (kube_resourcequota{type="used"}) / (max by (namespace, resource) (kube_resourcequota{type="hard"}) > 0) > ${t.quotaRatio}`,
      forSeconds: 30 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "Namespace {{ $labels.namespace }} has little {{ $labels.resource }} left in its quota",
      description: "{{ $value | humanizePercentage }} used: the next rollout may find no room.",
      runbook: "quota-nearly-full",
      dashboard: "kubernetes",
    }),
  ];
}

function podAlerts(): AlertRule[] {
  return [
    serviceAlert({
      alert: "PodNotReady",
      scope: "pod",
      expr: withOwner(
        `${onPods('(kube_pod_status_ready{condition="false"} == 1) * on (namespace, pod) group_left (node) max by (namespace, pod, node) (kube_pod_info{node!=""})', "pod", "node")}`,
      ),
      forSeconds: 15 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "Pod {{ $labels.pod }} of {{ $labels.service }} is not ready",
      description: "For a quarter of an hour, on node {{ $labels.node }}.",
      runbook: "pod-not-ready",
      dashboard: "service",
    }),
    serviceAlert({
      alert: "PodUnschedulable",
      scope: "pod",
      expr: withOwner(onPods("(kube_pod_status_unschedulable == 1)")),
      forSeconds: 10 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "Pods of {{ $labels.service }} find no node",
      description: "No node fits, and none has come in ten minutes.",
      runbook: "spot-capacity-short",
      dashboard: "spot",
    }),
    serviceAlert({
      alert: "PodOomKilled",
      scope: "pod",
      expr: withOwner(
        onPods(
          '(max by (namespace, pod) (increase(kube_pod_container_status_restarts_total[15m])) > 0 and on (namespace, pod) kube_pod_container_status_last_terminated_reason{reason="OOMKilled"} == 1)',
          "pod",
        ),
      ),
      forSeconds: 0,
      keepFiringForSeconds: 15 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "Pod {{ $labels.pod }} of {{ $labels.service }} was killed for memory",
      description: "It restarted after it went over its limit.",
      runbook: "memory-near-limit",
      dashboard: "service",
    }),
    serviceAlert({
      alert: "DeploymentIncomplete",
      expr: withOwner(
        `${byName("kube_deployment_spec_replicas", "deployment")} - ${byName("kube_deployment_status_replicas_available", "deployment")} > 0`,
      ),
      forSeconds: 15 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "{{ $labels.service }} has fewer pods available than its Deployment asks for",
      description: "{{ $value }} are missing: a rollout hangs, or there is no room.",
      runbook: "pod-not-ready",
      dashboard: "service",
    }),
  ];
}

function budgetAlerts(): AlertRule[] {
  const [allowed, healthy] = [pdb("pod_disruptions_allowed"), pdb("current_healthy")];
  const [desired, expected] = [pdb("desired_healthy"), pdb("expected_pods")];
  const key = "on (namespace, poddisruptionbudget)";
  return [
    serviceAlert({
      alert: "PdbBlocksDrain",
      expr: withOwner(
        byName(
          `(${expected} > 0 and ${key} ${allowed} == 0 and ${key} (${healthy} >= ${key} ${desired}))`,
          "poddisruptionbudget",
        ),
      ),
      forSeconds: HOUR_SECONDS,
      severity: "ticket",
      summary: "No pod of {{ $labels.service }} may ever be moved",
      description:
        "Its disruption budget allows none though all {{ $value }} pods are healthy: nodes cannot be drained.",
      runbook: "disruption-budget",
      dashboard: "kubernetes",
    }),
    serviceAlert({
      alert: "PdbNotEnoughHealthy",
      expr: withOwner(byName(`(${desired} - ${key} ${healthy} > 0)`, "poddisruptionbudget")),
      forSeconds: 15 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "{{ $labels.service }} has fewer healthy pods than its disruption budget wants",
      description: "{{ $value }} are missing; drains wait for them.",
      runbook: "disruption-budget",
      dashboard: "kubernetes",
    }),
    serviceAlert({
      alert: "PdbMissing",
      expr: withOwner(`${S.disruptionBudget} == 1 unless on (service) ${byName(expected, "poddisruptionbudget")}`),
      forSeconds: HOUR_SECONDS,
      severity: "ticket",
      summary: "{{ $labels.service }} has no disruption budget though its plan has one",
      description: "A drain may take all its pods at once.",
      runbook: "disruption-budget",
      dashboard: "kubernetes",
    }),
    serviceAlert({
      alert: "VpaDrift",
      expr: withOwner(vpaDrift()),
      forSeconds: 24 * HOUR_SECONDS,
      severity: "info",
      summary: "The autoscaler would give {{ $labels.service }} other {{ $labels.resource }} than it has",
      description: "By {{ $value | humanizePercentage }} for a day. With mode Off or a single replica it never acts.",
      runbook: "rightsizing",
      dashboard: "usage",
    }),
  ];
}

/** |target / request − 1| where it is large, for CPU and memory. */
function vpaDrift(): string {
  const target = "kube_customresource_verticalpodautoscaler_status_recommendation_containerrecommendations_target";
  const drift = (resource: string, metric: string, request: string) =>
    `label_replace(abs(${byName(`${target}_${metric}`, "verticalpodautoscaler")} / on (service) (max by (service) (${request}) > 0) - 1) > ${t.vpaDriftRatio}, "resource", "${resource}", "", "")`;
  return `${drift("cpu", "cpu", S.replicaCpuRequest)} or ${drift("memory", "memory", S.replicaMemoryRequest)}`;
}
