import type { Usage } from "./usage.ts";

export const GROUP = "metrics.k8s.io";
export const VERSION = "v1beta1";
const API_VERSION = `${GROUP}/${VERSION}`;

/** Labels and times of the pod or node that a metric is about. */
export interface Owner {
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
}

/** What the group serves, for clients that discover it. */
export const RESOURCES = {
  kind: "APIResourceList",
  apiVersion: "v1",
  groupVersion: API_VERSION,
  resources: [
    { name: "nodes", singularName: "", namespaced: false, kind: "NodeMetrics", verbs: ["get", "list"] },
    { name: "pods", singularName: "", namespaced: true, kind: "PodMetrics", verbs: ["get", "list"] },
  ],
} as const;

const SERVED = { groupVersion: API_VERSION, version: VERSION };
export const API_GROUP = {
  kind: "APIGroup",
  apiVersion: "v1",
  name: GROUP,
  versions: [SERVED],
  preferredVersion: SERVED,
} as const;
export const API_GROUPS = { kind: "APIGroupList", apiVersion: "v1", groups: [API_GROUP] } as const;

export function nodeMetrics(owner: Owner, usage: Usage): object {
  return { kind: "NodeMetrics", apiVersion: API_VERSION, ...common(owner, usage), usage: amounts(usage) };
}

/** Undefined where no container has a usage yet. */
export function podMetrics(owner: Owner, containers: ReadonlyMap<string, Usage>): object | undefined {
  const [first] = containers.values();
  if (first === undefined) return undefined;
  return {
    kind: "PodMetrics",
    apiVersion: API_VERSION,
    ...common(owner, first),
    containers: [...containers].map(([name, usage]) => ({ name, usage: amounts(usage) })),
  };
}

export function list(kind: "NodeMetrics" | "PodMetrics", items: readonly object[]): object {
  return { kind: `${kind}List`, apiVersion: API_VERSION, metadata: {}, items };
}

/** A Kubernetes error answer. */
export function failure(code: number, reason: string, message: string): object {
  return { kind: "Status", apiVersion: "v1", metadata: {}, status: "Failure", code, reason, message };
}

function common(owner: Owner, usage: Usage): object {
  const { name, namespace, labels } = owner.metadata;
  return {
    metadata: { name, namespace, labels, creationTimestamp: usage.endedAt.toISOString() },
    // Seconds, as Kubernetes writes times.
    timestamp: `${usage.endedAt.toISOString().slice(0, 19)}Z`,
    window: `${usage.windowSeconds.toFixed(3)}s`,
  };
}

function amounts({ cpuCores, memoryBytes }: Usage): object {
  return { cpu: `${Math.round(cpuCores * 1e9)}n`, memory: `${Math.ceil(memoryBytes / 1024)}Ki` };
}
