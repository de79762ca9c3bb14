import { setTimeout as sleep } from "node:timers/promises";
import type { V1Pod } from "@kubernetes/client-node";
import { type Cluster, statusOf } from "./cluster.ts";

export interface DrainResult {
  readonly node: string;
  /** Pods that left by an accepted eviction. */
  readonly evicted: number;
  /** Evictions the API server refused with 429 because of a budget; each was tried again. */
  readonly refused: number;
  /** Pods still there when the machine went. */
  readonly lost: number;
}

const RETRY_MS = 500;

/** Cordons a node and evicts its pods until none is left or the machine goes, as Karpenter does on a Spot warning. */
export async function drainUntil(cluster: Cluster, node: string, deadlineMs: number): Promise<DrainResult> {
  await cordon(cluster, node);
  const pods = await podsOn(cluster, node);
  const results = await Promise.all(pods.map((pod) => evictUntil(cluster, pod, deadlineMs)));
  const evicted = results.filter(({ done }) => done).length;
  return {
    node,
    evicted,
    refused: results.reduce((sum, { refused }) => sum + refused, 0),
    lost: results.length - evicted,
  };
}

async function evictUntil(
  cluster: Cluster,
  pod: V1Pod,
  deadlineMs: number,
): Promise<{ done: boolean; refused: number }> {
  const { name = "", namespace = "" } = pod.metadata ?? {};
  let refused = 0;
  while (performance.now() < deadlineMs) {
    try {
      await cluster.core.createNamespacedPodEviction({
        name,
        namespace,
        body: { apiVersion: "policy/v1", kind: "Eviction", metadata: { name, namespace } },
      });
      return { done: true, refused };
    } catch (error) {
      const status = statusOf(error);
      if (status === 404) return { done: true, refused };
      if (status !== 429) throw error;
      refused++;
      await sleep(RETRY_MS);
    }
  }
  return { done: false, refused };
}

async function cordon(cluster: Cluster, node: string): Promise<void> {
  const live = await cluster.core.readNode({ name: node });
  await cluster.core.replaceNode({ name: node, body: { ...live, spec: { ...live.spec, unschedulable: true } } });
}

async function podsOn(cluster: Cluster, node: string): Promise<V1Pod[]> {
  const list = await cluster.core.listPodForAllNamespaces({ fieldSelector: `spec.nodeName=${node}` });
  return list.items;
}
