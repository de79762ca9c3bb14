import { priorityClassOf } from "@pyairtable/kubernetes-facts";
import type { Drain, Placement, ScalingTargets, ServiceOnKubernetes, VerticalPlan } from "@pyairtable/plan";
import table from "../../data/kubernetes.json" with { type: "json" };
import type { PlatformConfig } from "../../platform-config.ts";
import type { Size } from "../../sizes.ts";
import type { Effective } from "../effective.ts";
import { autoscalerOf } from "./autoscaler.ts";
import { capacityOf } from "./capacity.ts";
import { disruptionOf } from "./disruption.ts";
import { clusterDnsName, namespaceOf } from "./names.ts";

const CPU_UNITS_A_CORE = 1024;
/** Recommends only, until an entry asks for more. */
const RECOMMEND: VerticalPlan = { updateMode: "Off", resources: ["cpu", "memory"] };

/** All decisions about one service that runs on Kubernetes. */
export function onKubernetes(
  effective: Effective,
  decided: { placement: Placement; size: Size; drain: Drain; scaling: ScalingTargets },
  config: PlatformConfig,
): ServiceOnKubernetes {
  const { entry, replicas } = effective;
  const { placement, size, drain, scaling } = decided;
  const vertical = entry.vertical ?? RECOMMEND;
  const grace = table.gracePeriodSeconds;
  const needed = drain.lbWaitSeconds + drain.inFlightSeconds + 5;
  return {
    namespace: namespaceOf(entry.domain),
    dnsName: clusterDnsName(entry.name, entry.domain),
    requests: { cpuMillicores: millicores(size.cpuUnits), memoryMiB: size.memoryMiB },
    capacity: capacityOf(placement, replicas.min),
    priorityClass: priorityClassOf(entry.tier),
    disruption: disruptionOf(entry.tier, replicas.min, entry.disruption),
    autoscaler: autoscalerOf(
      effective,
      scaling,
      vertical,
      config.workingHours,
      config.kubernetes.addOns.keda !== false,
    ),
    vertical: { updateMode: vertical.updateMode, resources: [...vertical.resources] },
    gracePeriodSeconds: Math.min(Math.max(needed, grace.min), grace.max),
    // The rest of the wait comes after SIGTERM: only then does the process close idle connections with a farewell.
    preStopSeconds: table.preStopSeconds,
  };
}

export function millicores(cpuUnits: number): number {
  return Math.round((cpuUnits / CPU_UNITS_A_CORE) * 1000);
}
