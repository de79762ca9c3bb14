import { exportersOf, jobOf } from "@pyairtable/monitoring";
import type { Plan, ServicePlan } from "@pyairtable/plan";
import { minuteAt } from "../series/clock.ts";
import type { History, ServiceHistory } from "../series/history.ts";
import { allSeries } from "../series/history.ts";
import type { Replica } from "../series/replicas.ts";
import { KUBE_STATE_METRICS, NODES, nodeOf } from "../series/resources.ts";
import { type LiveSeries, valuesAt } from "./exposition.ts";

/** What is broken on purpose. */
export interface Faults {
  lostNode: string | null;
}

const VCPU_OF_NODE = 4;
const GIB = 1024 ** 3;
const MONTH_SECONDS = 30 * 86_400;
/** Scraped for real, or made by a scrape itself. */
const REAL_JOBS: ReadonlySet<string> = new Set(["prometheus", "alertmanager"]);

/** All that the platform's exporters answer now, but for the replicas of the service that runs for real. */
export function platformNow(
  plan: Plan,
  history: History,
  sample: string,
  faults: Readonly<Faults>,
  nowSeconds: number,
): LiveSeries[] {
  const minute = minuteAt(history.clock, nowSeconds);
  const past = valuesAt(allSeries(history), history.clock, nowSeconds);
  return [
    ...past.filter(({ labels }) => !(labels.job === "services" && labels.service === sample)),
    ...history.services.flatMap((one) => serviceSeries(one, minute, history, sample, faults, nowSeconds)),
    ...NODES.flatMap((node) => nodeSeries(plan, node, faults)),
    ...addOnSeries(plan),
    ...exportersOf(plan)
      .map(jobOf)
      .filter((job) => !REAL_JOBS.has(job))
      .map((job) => of("up", { job, instance: `${job}:9000` }, 1)),
  ];
}

const of = (name: string, labels: LiveSeries["labels"], value: number): LiveSeries => ({ name, labels, value });

function serviceSeries(
  { service, life }: ServiceHistory,
  minute: number,
  { clock }: History,
  sample: string,
  faults: Readonly<Faults>,
  nowSeconds: number,
): LiveSeries[] {
  const live = life.replicas.filter(({ from, to }) => from <= minute && minute < to);
  const health = { job: "health", service: service.name, instance: `http://${service.name}${service.healthPath}` };
  return [
    ...(live.length === 0
      ? []
      : [
          of("probe_success", health, 1),
          of("probe_duration_seconds", health, 0.02),
          of("probe_ssl_earliest_cert_expiry", health, Math.floor(nowSeconds) + MONTH_SECONDS),
        ]),
    ...(service.name === sample ? [] : live.flatMap((one) => processSeries(service, one, clock.startSeconds))),
    ...(service.kubernetes === null
      ? live.map(({ address }) => of("up", { job: "ecs-tasks", service: service.name, instance: `${address}:9779` }, 1))
      : kubernetesSeries(service, live, faults)),
  ];
}

function processSeries({ name }: ServicePlan, { address, from }: Replica, startSeconds: number): LiveSeries[] {
  const target = { job: "services", service: name, instance: `${address}:8080` };
  return [
    of("process_start_time_seconds", target, startSeconds + from * 60),
    of("nodejs_eventloop_lag_p99_seconds", target, 0.012),
    of("scrape_samples_post_metric_relabeling", target, 240),
  ];
}

function kubernetesSeries(service: ServicePlan, live: readonly Replica[], faults: Readonly<Faults>): LiveSeries[] {
  const { namespace, requests, disruption } = service.kubernetes!;
  const state = { ...KUBE_STATE_METRICS, namespace };
  const vpa = "kube_customresource_verticalpodautoscaler_status_recommendation_containerrecommendations_target";
  const lost = (pod: Replica) => nodeOf(pod) === faults.lostNode;
  const deployment = { ...state, deployment: service.name };
  const budget = { ...state, poddisruptionbudget: service.name };
  return [
    ...live.flatMap((pod) => [
      of("kube_pod_status_ready", { ...state, pod: pod.pod, condition: "true" }, lost(pod) ? 0 : 1),
      of("kube_pod_status_ready", { ...state, pod: pod.pod, condition: "false" }, lost(pod) ? 1 : 0),
      of("kube_pod_status_unschedulable", { ...state, pod: pod.pod }, 0),
      of("kube_pod_container_status_restarts_total", { ...state, pod: pod.pod, container: "main" }, 0),
    ]),
    of("kube_deployment_spec_replicas", deployment, live.length),
    of("kube_deployment_status_replicas_available", deployment, live.filter((pod) => !lost(pod)).length),
    of(`${vpa}_cpu`, { ...state, verticalpodautoscaler: service.name }, requests.cpuMillicores / 1000),
    of(`${vpa}_memory`, { ...state, verticalpodautoscaler: service.name }, requests.memoryMiB * 1024 ** 2),
    ...(disruption.kind === "none"
      ? []
      : [
          of("kube_poddisruptionbudget_status_expected_pods", budget, live.length),
          of("kube_poddisruptionbudget_status_current_healthy", budget, live.length),
          of("kube_poddisruptionbudget_status_desired_healthy", budget, Math.max(0, live.length - 1)),
          of("kube_poddisruptionbudget_status_pod_disruptions_allowed", budget, 1),
        ]),
    of("keda_scaled_object_errors_total", { job: "keda", namespace, scaledObject: service.name }, 0),
    of("keda_scaled_object_paused", { job: "keda", namespace, scaledObject: service.name }, 0),
  ];
}

function nodeSeries({ kubernetes }: Plan, node: string, { lostNode }: Readonly<Faults>): LiveSeries[] {
  const { key, spot, onDemand } = kubernetes.capacityLabel;
  const state = { ...KUBE_STATE_METRICS, node };
  const label = `label_${key.replaceAll(/[^a-zA-Z0-9_]/g, "_")}`;
  const ready = (status: string, value: number) =>
    of("kube_node_status_condition", { ...state, condition: "Ready", status }, value);
  return [
    of("kube_node_labels", { ...state, [label]: node.endsWith("1") ? onDemand : spot }, 1),
    ready("true", node === lostNode ? 0 : 1),
    ready("unknown", node === lostNode ? 1 : 0),
    of("kube_node_spec_unschedulable", state, 0),
    of("kube_node_status_allocatable", { ...state, resource: "cpu", unit: "core" }, VCPU_OF_NODE),
    of("kube_node_status_allocatable", { ...state, resource: "memory", unit: "byte" }, 4 * VCPU_OF_NODE * GIB),
  ];
}

function addOnSeries({ kubernetes }: Plan): LiveSeries[] {
  const quota = (namespace: string, resource: string, hard: number) =>
    [
      ["hard", hard],
      ["used", hard / 2],
    ].map(([type, value]) =>
      of("kube_resourcequota", { ...KUBE_STATE_METRICS, namespace, resource, type: String(type) }, Number(value)),
    );
  return [
    ...kubernetes.namespaces.flatMap(({ name, quota: { cpuMillicores, pods } }) => [
      ...quota(name, "requests.cpu", cpuMillicores / 1000),
      ...quota(name, "pods", pods),
    ]),
    of("karpenter_interruption_received_messages_total", { job: "karpenter", message_type: "spot_interrupted" }, 12),
    of("karpenter_nodeclaims_created_total", { job: "karpenter", nodepool: "spot" }, 40),
    of("karpenter_scheduler_unschedulable_pods_count", { job: "karpenter" }, 0),
    of("argocd_app_info", { job: "argo-cd", name: "platform", sync_status: "Synced", health_status: "Healthy" }, 1),
  ];
}
