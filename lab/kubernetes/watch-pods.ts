import { type V1Pod, Watch } from "@kubernetes/client-node";
import { NAME_LABEL } from "@pyairtable/kubernetes-facts";
import { type Cluster, isReady, labelOf } from "./cluster.ts";

/** Ready pods of every service, from the moment of `watchPods` on. */
export interface PodWatch {
  /** Ready pods of a service now. */
  ready(service: string): number;
  /** Every change: milliseconds since the start, service, ready pods. */
  readonly changes: readonly { readonly atMs: number; readonly service: string; readonly ready: number }[];
  /** Fewest ready pods of a service since `since` milliseconds. */
  lowest(service: string, sinceMs: number): number;
  nowMs(): number;
  stop(): void;
}

/** Follows all pods that carry the platform's name label, by one watch. */
export async function watchPods(cluster: Cluster): Promise<PodWatch> {
  let started = performance.now();
  const pods = new Map<string, V1Pod>();
  const counts = new Map<string, number>();
  const changes: { atMs: number; service: string; ready: number }[] = [];
  const nowMs = () => Math.round(performance.now() - started);
  const recount = (service: string | undefined): void => {
    if (service === undefined) return;
    let ready = 0;
    for (const pod of pods.values()) if (labelOf(pod, NAME_LABEL) === service && isReady(pod)) ready++;
    if (counts.get(service) === ready) return;
    counts.set(service, ready);
    changes.push({ atMs: nowMs(), service, ready });
  };
  const seen = (phase: string, pod: V1Pod): void => {
    const uid = pod.metadata?.uid ?? "";
    if (phase === "DELETED") pods.delete(uid);
    else pods.set(uid, pod);
    recount(labelOf(pod, NAME_LABEL));
  };

  const list = await cluster.core.listPodForAllNamespaces({ labelSelector: NAME_LABEL });
  for (const pod of list.items) pods.set(pod.metadata?.uid ?? "", pod);
  for (const service of new Set(list.items.map((pod) => labelOf(pod, NAME_LABEL)))) recount(service);
  // What the list told is the state at the start.
  started = performance.now();
  for (const change of changes) Object.assign(change, { atMs: 0 });
  let stopped = false;
  let controller: AbortController | undefined;
  const follow = async (resourceVersion: string | undefined): Promise<void> => {
    controller = await new Watch(cluster.config).watch(
      "/api/v1/pods",
      { labelSelector: NAME_LABEL, ...(resourceVersion === undefined ? {} : { resourceVersion }) },
      seen,
      // The server ends a watch now and then: follow anew from the present.
      () => {
        if (!stopped) void follow(undefined);
      },
    );
  };
  await follow(list.metadata?.resourceVersion);
  return {
    ready: (service) => counts.get(service) ?? 0,
    changes,
    lowest(service, sinceMs) {
      // Counts as the watch found them hold from its start.
      let before = 0;
      let low = Number.POSITIVE_INFINITY;
      for (const change of changes) {
        if (change.service !== service) continue;
        if (change.atMs <= sinceMs) before = change.ready;
        else low = Math.min(low, change.ready);
      }
      return Math.min(low, before);
    },
    nowMs,
    stop() {
      stopped = true;
      controller?.abort();
    },
  };
}
