import { MONITORING_NAMESPACE } from "@pyairtable/kubernetes-facts";
import { podLines } from "../../kubernetes/pod-lines.ts";
import type { CostLine } from "../../line.ts";
import { costLine } from "../../line.ts";
import type { PriceBook } from "../../prices.ts";
import { textAt, valueAt } from "../read-props.ts";
import type { GraphResource } from "../types.ts";
import { quantity } from "./quantity.ts";
import { RELEASE, WORKLOADS } from "./types.ts";

/** What runs in monitoring's namespace does not fit on system nodes, as other add-ons do, so nodes are made for it. */
const NAMESPACE = MONITORING_NAMESPACE;
const GIB = 2 ** 30;

export interface Requests {
  readonly cpuMillicores: number;
  readonly memoryMiB: number;
  readonly volumesGiB: number;
}

/** A workload or a chart of monitoring. */
export function isMonitoring({ type, props }: GraphResource): boolean {
  if (type === RELEASE) return textAt(props, "namespace") === NAMESPACE;
  return (WORKLOADS as readonly string[]).includes(type) && textAt(props, "metadata", "namespace") === NAMESPACE;
}

/** What a pod template, its claims, or the values of a chart ask for: every `requests` below. Of a chart one pod each. */
export function requestsOf({ type, props }: GraphResource): Requests {
  const below = type === RELEASE ? valueAt(props, "values") : valueAt(props, "spec");
  const sum = { cpuMillicores: 0, memoryMiB: 0, volumesGiB: 0 };
  for (const requests of allRequests(below)) {
    sum.cpuMillicores += (quantity(valueAt(requests, "cpu")) ?? 0) * 1000;
    sum.memoryMiB += (quantity(valueAt(requests, "memory")) ?? 0) / 2 ** 20;
    sum.volumesGiB += (quantity(valueAt(requests, "storage")) ?? 0) / GIB;
  }
  return sum;
}

/** As if on demand and ARM64, like the plan. */
export function monitoringPodLines(book: PriceBook, { cpuMillicores, memoryMiB, volumesGiB }: Requests): CostLine[] {
  const pods = cpuMillicores + memoryMiB > 0 ? 1 : 0;
  return [
    ...podLines(book, { architecture: "arm64", cpuMillicores, memoryMiB }, "onDemand", pods),
    ...(volumesGiB > 0 ? [costLine(book, "ebs.gp3", "claimed volumes", volumesGiB)] : []),
  ];
}

function allRequests(value: unknown): unknown[] {
  if (value === null || typeof value !== "object") return [];
  const own = Array.isArray(value) ? undefined : valueAt(value, "requests");
  const inner = Object.keys(value).flatMap((key) => allRequests(valueAt(value, key)));
  return own === undefined ? inner : [own, ...inner];
}
