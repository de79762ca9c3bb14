import { costTags, type Placement, type ServicePlan } from "@pyairtable/plan";
import { calleesOf } from "../entry.ts";
import type { PlatformConfig } from "../platform-config.ts";
import { PROJECT } from "../project.ts";
import { sizeNamed } from "../sizes.ts";
import { sloClassNamed } from "../slo-classes.ts";
import { drainOf } from "./drain.ts";
import type { Effective } from "./effective.ts";
import { environmentOf } from "./environment.ts";
import { onKubernetes } from "./kubernetes/index.ts";
import { offHoursOf } from "./off-hours.ts";
import { scalingOf } from "./scaling.ts";

// A worker that reads a queue may be replaced before its successor runs; a service with callers may not.
const DEPLOYMENT = {
  request: { minimumHealthyPercent: 100, maximumPercent: 200 },
  worker: { minimumHealthyPercent: 0, maximumPercent: 200 },
};

// Priorities are unique because ports are, and stay when other services come and go.
const PRIORITY_IS_PORT_MINUS = 8000;

/** All decisions about one service. The invariants have passed: names resolve, pairs exist. */
export function servicePlan(
  effective: Effective,
  placement: Placement,
  config: PlatformConfig,
  environment: string,
  addressOf: (callee: string) => string,
): ServicePlan {
  const { entry, sleep } = effective;
  const size = sizeNamed(effective.sizeName)!;
  const drain = drainOf(entry);
  const scaling = scalingOf(entry, size);
  const { cpuPercent, memoryPercent, requestsPerSecondP95 } = entry.usage;
  return {
    name: entry.name,
    domain: entry.domain,
    tier: entry.tier,
    runtime: effective.runtime,
    architecture: "arm64",
    image: effective.image,
    cpuUnits: size.cpuUnits,
    memoryMiB: size.memoryMiB,
    replicas: effective.replicas,
    placement,
    drain,
    offHours: sleep === null ? "always-on" : offHoursOf(config.workingHours, sleep.replicas, sleep.why),
    slo: { ...sloClassNamed(entry.slo)! },
    scaling,
    port: entry.port,
    healthPath: entry.healthPath,
    startupSeconds: entry.startupSeconds,
    exposure: entry.exposure,
    route:
      entry.exposure === "public"
        ? { paths: [...entry.paths].sort(), priority: entry.port - PRIORITY_IS_PORT_MINUS }
        : null,
    calls: calleesOf(entry),
    data: entry.data.map((need) => ({ ...need })),
    secrets: Object.entries(entry.secrets)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([variable, name]) => ({ variable, secretName: `${PROJECT}/${environment}/${name}` })),
    internet: entry.internet ?? null,
    environment: environmentOf(entry, addressOf, environment),
    logRetentionDays: effective.logRetentionDays,
    // One Deployment rolls; on Kubernetes nothing here shifts traffic between two.
    deployment: {
      strategy: effective.runtime === "kubernetes" ? "rolling" : entry.deployment,
      ...DEPLOYMENT[entry.tier === "batch" ? "worker" : "request"],
    },
    kubernetes:
      effective.runtime === "kubernetes" ? onKubernetes(effective, { placement, size, drain, scaling }, config) : null,
    usage: { cpuPercent: { ...cpuPercent }, memoryPercent: { ...memoryPercent }, requestsPerSecondP95 },
    before: { ...entry.before },
    tags: costTags({
      project: PROJECT,
      environment,
      service: entry.name,
      owner: entry.owner,
      costCenter: entry.costCenter,
    }),
  };
}
