import type { ServiceOnKubernetes, ServicePlan } from "@pyairtable/plan";
import type { AverageTasks } from "../average-tasks.ts";
import { averagePods } from "../kubernetes/average-pods.ts";
import { podLines } from "../kubernetes/pod-lines.ts";
import { shareOfWindow } from "../kubernetes/window-share.ts";
import type { CostLine } from "../line.ts";
import type { PriceBook } from "../prices.ts";

type Pods = Pick<ServicePlan, "architecture"> & { readonly kubernetes: ServiceOnKubernetes };

/** Average pods of a planned service, by capacity type. */
export function plannedPods({ capacity, autoscaler }: ServiceOnKubernetes): AverageTasks {
  const { minReplicas, maxReplicas, windows } = autoscaler;
  return averagePods({
    kind: capacity.kind,
    min: minReplicas,
    max: maxReplicas,
    // An unreadable window counts as always.
    windows: windows.map(({ start, end, replicas }) => ({ replicas, shareOfWeek: shareOfWindow(start, end) ?? 1 })),
  });
}

/** Share of nodes that a service's pods pay for, on one capacity type. */
export function plannedPodLines(book: PriceBook, service: Pods, provider: keyof AverageTasks): CostLine[] {
  const { architecture, kubernetes } = service;
  return podLines(book, { architecture, ...kubernetes.requests }, provider, plannedPods(kubernetes)[provider]);
}
