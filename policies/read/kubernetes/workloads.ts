import { memoryMiBOf, millicoresOf } from "@pyairtable/kubernetes-facts";
import type { Graph, GraphResource } from "../../graph.ts";
import type { Container, PodSpec, PodTemplate } from "../../kubernetes-types.ts";
import type { PropsOf } from "../../resource-types.ts";
import { kindOf, nameOf, namespaceOf } from "./metadata.ts";

export const DEPLOYMENT = "kubernetes:apps/v1:Deployment";
export const STATEFUL_SET = "kubernetes:apps/v1:StatefulSet";
export const DAEMON_SET = "kubernetes:apps/v1:DaemonSet";
const CRON_JOB = "kubernetes:batch/v1:CronJob";

/** What makes pods. Other kinds that do are refused by `k8s-workload-kind-allowed`. */
export const WORKLOAD_TYPES = [DEPLOYMENT, STATEFUL_SET, DAEMON_SET, "kubernetes:batch/v1:Job", CRON_JOB] as const;
/** Those that serve until they are told to stop. */
export const SERVING_KINDS: ReadonlySet<string> = new Set(["Deployment", "StatefulSet", "DaemonSet"]);

export type WorkloadProps = PropsOf<(typeof WORKLOAD_TYPES)[number]>;

/** `sidecar`: an init container that keeps running beside the main ones. */
export interface PodContainer {
  readonly spec: Container;
  readonly role: "main" | "init" | "sidecar";
  /** As messages name it: `container api`, `init container migrate`. */
  readonly title: string;
}

export interface Workload extends GraphResource<WorkloadProps> {
  readonly kind: string;
  /** `namespace/name`. */
  readonly key: string;
  /** `namespace/kind/name`: what an autoscaler's target is compared with. */
  readonly target: string;
  readonly namespace: string;
  readonly template: PodTemplate;
  readonly pod: PodSpec;
}

/** A workload with its pod; undefined for one without, which the API refuses. */
export function workloadOf(resource: GraphResource<WorkloadProps>): Workload | undefined {
  const { type, urn, name, props, opts, parent, dependencies } = resource;
  const template = templateOf(resource);
  if (template?.spec === undefined) return undefined;
  const kind = kindOf(resource);
  const namespace = namespaceOf(resource);
  const own = nameOf(resource);
  const names = { kind, namespace, key: `${namespace}/${own}`, target: `${namespace}/${kind}/${own}` };
  return { type, urn, name, props, opts, parent, dependencies, ...names, template, pod: template.spec };
}

function templateOf({ type, props }: GraphResource<WorkloadProps>): PodTemplate | undefined {
  if (type === CRON_JOB) return (props as PropsOf<typeof CRON_JOB>).spec?.jobTemplate?.spec?.template;
  return (props as PropsOf<typeof DEPLOYMENT>).spec?.template;
}

/** All workloads of a graph, by type in the order above. */
export function workloadsOf(graph: Graph): readonly Workload[] {
  return WORKLOAD_TYPES.flatMap((type) => graph.ofType(type))
    .map((resource) => workloadOf(resource))
    .filter((workload) => workload !== undefined);
}

/** Those that keep serving, and may be moved from node to node one pod at a time. */
export function servingWorkloadsOf(graph: Graph): readonly Workload[] {
  return workloadsOf(graph).filter(({ kind }) => kind === "Deployment" || kind === "StatefulSet");
}

/** Main containers first. */
export function containersOf({ containers = [], initContainers = [] }: PodSpec): readonly PodContainer[] {
  return [
    ...containers.map((one) => of(one, "main")),
    ...initContainers.map((one) => of(one, one.restartPolicy === "Always" ? "sidecar" : "init")),
  ];
}

function of(spec: Container, role: PodContainer["role"]): PodContainer {
  const kind = role === "main" ? "container" : role === "init" ? "init container" : "sidecar";
  return { spec, role, title: `${kind} ${spec.name}` };
}

/** `spec.replicas`; undefined where it is left to something else, and for kinds without it. */
export function ownReplicas({ props }: Workload): number | undefined {
  return (props.spec as { readonly replicas?: number } | undefined)?.replicas;
}

/** What a pod's containers that run at the same time ask for; nothing where they name nothing. */
export function requestsOf(pod: PodSpec): { readonly millicores: number; readonly mib: number } {
  const running = containersOf(pod).filter(({ role }) => role !== "init");
  const requests = running.map(({ spec }) => spec.resources?.requests);
  return {
    millicores: requests.reduce((sum, one) => sum + (millicoresOf(one?.cpu) ?? 0), 0),
    mib: requests.reduce((sum, one) => sum + (memoryMiBOf(one?.memory) ?? 0), 0),
  };
}
