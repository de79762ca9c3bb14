import { setTimeout as sleep } from "node:timers/promises";
import type { V1Pod } from "@kubernetes/client-node";
import { NAME_LABEL } from "@pyairtable/kubernetes-facts";
import type { Plan, ServicePlan } from "@pyairtable/plan";
import { AS_MERGE, type Cluster, isReady, labelOf, statusOf } from "./cluster.ts";

const CPU = "kwok.x-k8s.io/usage-cpu";
const MEMORY = "kwok.x-k8s.io/usage-memory";
const EVERY_MS = 1_000;

/** Keeps every pod using what its service uses, so that autoscalers have something to see. */
export interface Load {
  /** Work of a whole service in millicores, shared by its ready pods; null: what was observed of it again. */
  set(service: string, cpuMillicores: number | null): void;
  /** Before that pods use next to nothing, and nothing is asked of the cluster. */
  begin(): void;
  stop(): Promise<void>;
}

/** CPU and memory of one pod as observed over two weeks, at the median. */
export function observedUsage({ usage, before }: ServicePlan): { cpuMillicores: number; memoryMiB: number } {
  return {
    cpuMillicores: Math.round((usage.cpuPercent.p50 / 100) * (before.cpuUnits / 1024) * 1000),
    memoryMiB: Math.round((usage.memoryPercent.p50 / 100) * before.memoryMiB),
  };
}

/** A loop that writes usage into the annotations from which kwok's kubelets report it. */
export function loadOf(cluster: Cluster, plan: Plan): Load {
  const services = new Map(plan.services.map((service) => [service.name, service]));
  const work = new Map<string, number>();
  let stopped = false;
  const turn = async (): Promise<void> => {
    const { items } = await cluster.core.listPodForAllNamespaces({ labelSelector: NAME_LABEL });
    const ready = items.filter((pod) => isReady(pod) && services.has(labelOf(pod, NAME_LABEL) ?? ""));
    const count = Map.groupBy(ready, (pod) => labelOf(pod, NAME_LABEL));
    await Promise.all(
      ready.map((pod) => {
        const service = services.get(labelOf(pod, NAME_LABEL) ?? "") as ServicePlan;
        const observed = observedUsage(service);
        const total = work.get(service.name);
        const pods = count.get(service.name)?.length ?? 1;
        const cpuMillicores = total === undefined ? observed.cpuMillicores : Math.round(total / pods);
        return annotate(cluster, pod, `${cpuMillicores}m`, `${observed.memoryMiB}Mi`);
      }),
    );
  };
  let loop: Promise<void> = Promise.resolve();
  const follow = async (): Promise<void> => {
    while (!stopped) {
      // A server that is busy or about to stop is asked again.
      await turn().catch(() => {});
      await sleep(EVERY_MS);
    }
  };
  return {
    begin() {
      loop = follow();
    },
    set(service, cpuMillicores) {
      if (cpuMillicores === null) work.delete(service);
      else work.set(service, cpuMillicores);
    },
    async stop() {
      stopped = true;
      await loop;
    },
  };
}

async function annotate(cluster: Cluster, pod: V1Pod, cpu: string, memory: string): Promise<void> {
  const { name = "", namespace = "", annotations = {} } = pod.metadata ?? {};
  if (annotations[CPU] === cpu && annotations[MEMORY] === memory) return;
  const body = { metadata: { annotations: { [CPU]: cpu, [MEMORY]: memory } } };
  await cluster.core.patchNamespacedPod({ name, namespace, body }, AS_MERGE).catch((error: unknown) => {
    if (statusOf(error) !== 404) throw error;
  });
}
