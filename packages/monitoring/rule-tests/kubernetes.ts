import { INFO, PLATFORM, REPORTS, SHELF, type Suite, TICKET } from "./case.ts";
import { growing, podOf, steady } from "./input.ts";

const shelf = podOf("shelf", "shop", "shelf-a");
const POD = 'namespace="shop", pod="shelf-a"';
const pdb = (what: string, service: string, namespace: string, value: number): readonly [string, string] => [
  `kube_poddisruptionbudget_status_${what}{namespace="${namespace}", poddisruptionbudget="${service}"}`,
  steady(value),
];
const budget = (
  service: string,
  namespace: string,
  allowed: number,
  healthy: number,
  desired: number,
  expected: number,
) => [
  pdb("pod_disruptions_allowed", service, namespace, allowed),
  pdb("current_healthy", service, namespace, healthy),
  pdb("desired_healthy", service, namespace, desired),
  pdb("expected_pods", service, namespace, expected),
];
const node = (ready: number): readonly [string, string] => [
  'kube_node_status_condition{node="n1", condition="Ready", status="true"}',
  steady(ready),
];
const vpa = (value: number): readonly [string, string] => [
  'kube_customresource_verticalpodautoscaler_status_recommendation_containerrecommendations_target_cpu{namespace="shop", verticalpodautoscaler="shelf", container="main"}',
  steady(value),
];
const asks = (vcpu: number): readonly [string, string] => [
  `kube_pod_container_resource_requests{${POD}, container="main", resource="cpu"}`,
  steady(vcpu),
];

export const kubernetesSuite: Suite = {
  name: "kubernetes",
  files: ["constants", "service", "alerts-platform"],
  stepSeconds: 60,
  cases: [
    {
      alert: "NodeNotReady",
      says: "and nobody drains it",
      input: [node(0), ['kube_node_spec_unschedulable{node="n1"}', steady(0)]],
      atMinutes: 10,
      fires: [{ ...PLATFORM, ...TICKET, node: "n1", scope: "node" }],
    },
    {
      alert: "NodeNotReady",
      says: "it is being drained",
      input: [node(0), ['kube_node_spec_unschedulable{node="n1"}', steady(1)]],
      atMinutes: 10,
      fires: [],
    },
    {
      alert: "QuotaNearlyFull",
      says: "95% of the memory",
      input: [
        ['kube_resourcequota{namespace="shop", resource="limits.memory", type="used"}', steady(95)],
        ['kube_resourcequota{namespace="shop", resource="limits.memory", type="hard"}', steady(100)],
      ],
      atMinutes: 40,
      fires: [{ ...PLATFORM, ...TICKET, namespace: "shop" }],
    },
    {
      alert: "QuotaNearlyFull",
      says: "a quota of zero is no share",
      input: [
        ['kube_resourcequota{namespace="shop", resource="services.loadbalancers", type="used"}', steady(0)],
        ['kube_resourcequota{namespace="shop", resource="services.loadbalancers", type="hard"}', steady(0)],
      ],
      atMinutes: 40,
      fires: [],
    },
    {
      alert: "PodNotReady",
      says: "with the node, so that its loss silences the pod",
      input: [
        ...shelf,
        [`kube_pod_status_ready{${POD}, condition="false"}`, steady(1)],
        [`kube_pod_info{${POD}, node="n1"}`, steady(1)],
      ],
      atMinutes: 20,
      fires: [{ ...SHELF, ...TICKET, node: "n1", pod: "shelf-a", scope: "pod" }],
    },
    {
      alert: "PodNotReady",
      says: "somebody else's pod",
      input: [
        [`kube_pod_status_ready{namespace="x", pod="y", condition="false"}`, steady(1)],
        [`kube_pod_info{namespace="x", pod="y", node="n1"}`, steady(1)],
      ],
      atMinutes: 20,
      fires: [],
    },
    {
      alert: "PodUnschedulable",
      says: "for a quarter of an hour",
      input: [...shelf, [`kube_pod_status_unschedulable{${POD}}`, steady(1)]],
      atMinutes: 20,
      fires: [{ ...SHELF, ...TICKET }],
    },
    {
      alert: "PodUnschedulable",
      says: "for five minutes, then a node came",
      input: [...shelf, [`kube_pod_status_unschedulable{${POD}}`, "1+0x5 stale"]],
      atMinutes: 20,
      fires: [],
    },
    {
      alert: "PodOomKilled",
      says: "restarted after it",
      input: [
        ...shelf,
        [`kube_pod_container_status_restarts_total{${POD}, container="main"}`, "0+0x20 1+0x60"],
        [
          `kube_pod_container_status_last_terminated_reason{${POD}, container="main", reason="OOMKilled"}`,
          `${"_ ".repeat(21)}1+0x60`,
        ],
      ],
      atMinutes: 25,
      fires: [{ ...SHELF, ...TICKET, pod: "shelf-a" }],
    },
    {
      alert: "PodOomKilled",
      says: "it happened long ago",
      input: [
        ...shelf,
        [`kube_pod_container_status_restarts_total{${POD}, container="main"}`, steady(3)],
        [`kube_pod_container_status_last_terminated_reason{${POD}, container="main", reason="OOMKilled"}`, steady(1)],
      ],
      atMinutes: 60,
      fires: [],
    },
    {
      alert: "DeploymentIncomplete",
      says: "one of three is missing",
      input: [
        ['kube_deployment_spec_replicas{namespace="shop", deployment="shelf"}', steady(3)],
        ['kube_deployment_status_replicas_available{namespace="shop", deployment="shelf"}', steady(2)],
      ],
      atMinutes: 20,
      fires: [{ ...SHELF, ...TICKET }],
    },
    {
      alert: "DeploymentIncomplete",
      says: "all are there",
      input: [
        ['kube_deployment_spec_replicas{namespace="shop", deployment="shelf"}', steady(3)],
        ['kube_deployment_status_replicas_available{namespace="shop", deployment="shelf"}', steady(3)],
      ],
      atMinutes: 20,
      fires: [],
    },
    {
      alert: "PdbBlocksDrain",
      says: "all pods are healthy and none may move",
      input: budget("reports", "data", 0, 1, 1, 1),
      atMinutes: 70,
      fires: [{ ...REPORTS, ...TICKET }],
    },
    {
      alert: "PdbBlocksDrain",
      says: "none may move since one is down",
      input: budget("shelf", "shop", 0, 1, 2, 3),
      atMinutes: 70,
      fires: [],
    },
    {
      alert: "PdbNotEnoughHealthy",
      says: "one of the two it wants",
      input: budget("shelf", "shop", 0, 1, 2, 3),
      atMinutes: 20,
      fires: [{ ...SHELF, ...TICKET }],
    },
    {
      alert: "PdbNotEnoughHealthy",
      says: "as many as it wants",
      input: budget("shelf", "shop", 1, 3, 2, 3),
      atMinutes: 20,
      fires: [],
    },
    {
      alert: "PdbMissing",
      says: "the plan has one, the cluster none",
      input: [],
      atMinutes: 70,
      fires: [{ ...SHELF, ...TICKET }],
    },
    { alert: "PdbMissing", says: "it is there", input: budget("shelf", "shop", 1, 3, 2, 3), atMinutes: 70, fires: [] },
    {
      alert: "ScalerFailing",
      says: "errors every minute",
      input: [['keda_scaled_object_errors_total{namespace="data", scaledObject="worker"}', growing(1)]],
      atMinutes: 30,
      fires: [{ ...PLATFORM, ...TICKET }],
    },
    {
      alert: "ScalerFailing",
      says: "errors of the past",
      input: [['keda_scaled_object_errors_total{namespace="data", scaledObject="worker"}', steady(7)]],
      atMinutes: 30,
      fires: [],
    },
    {
      alert: "ScalerPaused",
      says: "since the morning",
      input: [['keda_scaled_object_paused{namespace="data", scaledObject="worker"}', steady(1)]],
      atMinutes: 250,
      fires: [{ ...PLATFORM, ...INFO }],
    },
    {
      alert: "ScalerPaused",
      says: "for an hour",
      input: [['keda_scaled_object_paused{namespace="data", scaledObject="worker"}', steady(1)]],
      atMinutes: 60,
      fires: [],
    },
    {
      alert: "ApplicationOutOfSync",
      says: "for an hour",
      input: [['argocd_app_info{name="shop", sync_status="OutOfSync"}', steady(1)]],
      atMinutes: 70,
      fires: [{ ...PLATFORM, ...TICKET }],
    },
    {
      alert: "ApplicationOutOfSync",
      says: "synced",
      input: [['argocd_app_info{name="shop", sync_status="Synced"}', steady(1)]],
      atMinutes: 70,
      fires: [],
    },
  ],
};

/** A day of drift, five minutes a step. */
export const driftSuite: Suite = {
  name: "drift",
  files: ["constants", "service", "alerts-platform"],
  stepSeconds: 300,
  inputMinutes: 5,
  cases: [
    {
      alert: "VpaDrift",
      says: "it would give twice the CPU",
      input: [...shelf, vpa(0.5), asks(0.25)],
      atMinutes: 1500,
      fires: [{ ...SHELF, ...INFO, resource: "cpu" }],
    },
    {
      alert: "VpaDrift",
      says: "a fifth more is no drift",
      input: [...shelf, vpa(0.3), asks(0.25)],
      atMinutes: 1500,
      fires: [],
    },
  ],
};
