import type { MonitoringPlan } from "@pyairtable/plan";
import { PORTS } from "../config/ports.ts";
import { NAMESPACE, WORKLOADS } from "./names.ts";

/** Where services on the cluster send their spans; undefined where the plan keeps no traces there. */
export function collectorPeer({ kubernetes, tracing }: Pick<MonitoringPlan, "kubernetes" | "tracing">) {
  if (kubernetes === "off" || tracing === null) return undefined;
  return { service: WORKLOADS.collector, namespace: NAMESPACE, port: PORTS.otlpHttp };
}
