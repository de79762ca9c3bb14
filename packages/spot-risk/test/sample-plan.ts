import { monitoringPlan } from "@pyairtable/monitoring/plan";
import {
  ADD_ON_NAMES,
  type AddOnName,
  type AddOnPlan,
  costTags,
  type KubernetesMode,
  type KubernetesPlan,
  type Plan,
  type PodCapacity,
  type ServiceOnKubernetes,
  type ServicePlan,
  type UnwatchedPlan,
} from "@pyairtable/plan";

/** A plausible service for tests; `change` says what the test is about. */
export function sampleService(name: string, change: Partial<ServicePlan> = {}): ServicePlan {
  return {
    name,
    domain: "records",
    tier: "standard",
    runtime: "ecs",
    architecture: "arm64",
    image: `pyairtable/${name}:1.0.0`,
    cpuUnits: 256,
    memoryMiB: 512,
    replicas: { min: 1, max: 1 },
    placement: { onDemandBase: 1, onDemandWeight: 0, spotWeight: 1, why: "test" },
    drain: { lbWaitSeconds: 30, inFlightSeconds: 30, stopTimeoutSeconds: 90, deregistrationDelaySeconds: 45 },
    offHours: "always-on",
    slo: { availability: 0.999, latencyP95Ms: 500 },
    scaling: { cpuPercent: 60, memoryPercent: 75, requestsPerMinute: null },
    port: 8080,
    healthPath: "/health/ready",
    startupSeconds: 20,
    exposure: "internal",
    route: null,
    calls: [],
    data: [],
    secrets: [],
    internet: null,
    environment: {},
    logRetentionDays: 30,
    deployment: { strategy: "rolling", minimumHealthyPercent: 100, maximumPercent: 200 },
    usage: {
      cpuPercent: { p50: 20, p95: 28, p99: 33 },
      memoryPercent: { p50: 25, p95: 31, p99: 34 },
      requestsPerSecondP95: 10,
    },
    kubernetes: null,
    before: { cpuUnits: 512, memoryMiB: 1024, replicas: 1, architecture: "x86_64" },
    tags: tagsOf(name),
    ...change,
  };
}

/** Not watched unless `change` says how. */
export function samplePlan(services: readonly ServicePlan[], change: Partial<Plan> = {}): Plan {
  const unwatched: UnwatchedPlan = {
    schema: "pyairtable.plan/1",
    project: "pyairtable",
    environment: "prod",
    production: true,
    region: "us-east-1",
    zones: ["us-east-1a", "us-east-1b", "us-east-1c"],
    tags: tagsOf("platform"),
    network: {
      cidr: "10.0.0.0/16",
      nat: "single",
      interfaceEndpoints: [],
      flowLogs: { enabled: false, retentionDays: 14 },
    },
    edge: {
      domain: "api.example.com",
      certificateArn: null,
      hostedZoneId: null,
      waf: false,
      accessLogs: { enabled: false, retentionDays: 30 },
      deletionProtection: true,
    },
    cluster: { containerInsights: "disabled", exec: null, logRetentionDays: 30 },
    spot: { targetShare: 0.7, tolerance: 0.02, actualShare: 0.7, why: "test" },
    offHours: { timeZone: "UTC", start: "07:00", end: "20:00", days: ["MON", "TUE", "WED", "THU", "FRI"] },
    services,
    kubernetes: sampleKubernetes("off"),
    budget: { monthlyUsd: 500, dailyAlertUsd: 100 },
    usageWindow: { from: "2026-11-09", to: "2026-11-22", origin: "sample" },
    ...change,
  };
  const monitoring = change.monitoring ?? monitoringPlan(unwatched, { prometheus: "off", kubernetes: "off" });
  return { ...unwatched, monitoring };
}

/** A plausible cluster of that mode, with every add-on that goes with it. */
export function sampleKubernetes(mode: KubernetesMode, change: Partial<KubernetesPlan> = {}): KubernetesPlan {
  const addOn = (name: AddOnName): AddOnPlan => ({
    enabled: mode === "eks" || (mode === "existing" && name !== "karpenter"),
    why: "test",
  });
  const pool = { instanceCategories: ["c", "m", "r"], limits: { vcpu: 64, memoryGiB: 256 }, expireAfterDays: 14 };
  return {
    mode,
    why: mode === "off" ? "ECS carries all services" : "teams want the Kubernetes API",
    version: "1.34",
    admins: [],
    context: null,
    ingressClass: null,
    gitOps: null,
    capacityLabel: { key: "karpenter.sh/capacity-type", spot: "spot", onDemand: "on-demand" },
    namespaces: [],
    addOns: Object.fromEntries(ADD_ON_NAMES.map((name) => [name, addOn(name)])) as Record<AddOnName, AddOnPlan>,
    nodes:
      mode === "eks"
        ? {
            system: { instanceType: "t4g.medium", count: 2 },
            pools: [
              { ...pool, name: "on-demand", capacityType: "on-demand", weight: 10, why: "test" },
              { ...pool, name: "spot", capacityType: "spot", weight: 50, why: "test" },
            ],
          }
        : null,
    ...change,
  };
}

/** Fields of a service that runs on Kubernetes: spread into `sampleService`'s change. */
export function onKubernetes(
  name: string,
  kind: PodCapacity["kind"],
  {
    replicas = { min: 1, max: 1 },
    ...change
  }: Partial<ServiceOnKubernetes> & Pick<Partial<ServicePlan>, "replicas"> = {},
): Pick<ServicePlan, "runtime" | "replicas" | "kubernetes"> {
  return {
    runtime: "kubernetes",
    replicas,
    kubernetes: {
      namespace: "pyairtable-records",
      dnsName: `${name}.pyairtable-records.svc.cluster.local`,
      requests: { cpuMillicores: 250, memoryMiB: 512 },
      capacity: { kind, why: "test" },
      priorityClass: "pyairtable-standard",
      disruption: { kind: "none", why: "test" },
      autoscaler: {
        kind: "hpa",
        why: "test",
        minReplicas: replicas.min,
        maxReplicas: replicas.max,
        cpuPercent: 60,
        memoryPercent: 75,
        queues: [],
        windows: [],
      },
      vertical: { updateMode: "Off", resources: ["cpu", "memory"] },
      gracePeriodSeconds: 90,
      preStopSeconds: 30,
      ...change,
    },
  };
}

function tagsOf(service: string) {
  return costTags({ project: "pyairtable", environment: "prod", service, owner: "team-x", costCenter: "cc-1" });
}
