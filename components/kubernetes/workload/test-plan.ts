import { type MonitoringPlanArgs, monitoringPlan } from "@pyairtable/monitoring/plan";
import {
  ADD_ON_NAMES,
  costTags,
  type Plan,
  type ServiceOnKubernetes,
  type ServicePlan,
  type UnwatchedPlan,
} from "@pyairtable/plan";
import { LABEL } from "./test-world.ts";

const percentiles = { p50: 20, p95: 30, p99: 40 };

export function onKubernetes(domain: string, over: Partial<ServiceOnKubernetes> = {}): ServiceOnKubernetes {
  return {
    namespace: `shop-${domain}`,
    dnsName: `x.shop-${domain}.svc.cluster.local`,
    requests: { cpuMillicores: 250, memoryMiB: 512 },
    capacity: { kind: "spread", why: "half lives through the loss of Spot" },
    priorityClass: "pyairtable-critical",
    disruption: { kind: "min-available", pods: 1, why: "half stays up" },
    autoscaler: {
      kind: "hpa",
      why: "follows CPU and memory",
      minReplicas: 2,
      maxReplicas: 6,
      cpuPercent: 60,
      memoryPercent: 75,
      queues: [],
      windows: [],
    },
    vertical: { updateMode: "Off", resources: ["cpu", "memory"] },
    gracePeriodSeconds: 75,
    preStopSeconds: 5,
    ...over,
  };
}

export function servicePlan(name: string, domain: string, port: number, over: Partial<ServicePlan> = {}): ServicePlan {
  return {
    name,
    domain,
    tier: "critical",
    runtime: "kubernetes",
    architecture: "arm64",
    image: `shop/${name}:1.0.0`,
    cpuUnits: 256,
    memoryMiB: 512,
    replicas: { min: 2, max: 6 },
    placement: { onDemandBase: 1, onDemandWeight: 0, spotWeight: 1, why: "half" },
    drain: { lbWaitSeconds: 30, inFlightSeconds: 30, stopTimeoutSeconds: 90, deregistrationDelaySeconds: 45 },
    offHours: "always-on",
    slo: { availability: 0.999, latencyP95Ms: 300 },
    scaling: { cpuPercent: 60, memoryPercent: 75, requestsPerMinute: null },
    port,
    healthPath: "/health/ready",
    startupSeconds: 25,
    exposure: "internal",
    route: null,
    calls: [],
    data: [],
    secrets: [],
    internet: null,
    environment: { SERVICE_NAME: name },
    logRetentionDays: 30,
    deployment: { strategy: "rolling", minimumHealthyPercent: 100, maximumPercent: 200 },
    kubernetes: onKubernetes(domain),
    usage: { cpuPercent: percentiles, memoryPercent: percentiles, requestsPerSecondP95: 10 },
    before: { cpuUnits: 512, memoryMiB: 1024, replicas: 1, architecture: "x86_64" },
    tags: costTags({ project: "shop", environment: "prod", service: name, owner: "team-shop", costCenter: "cc-7" }),
    ...over,
  };
}

const SERVICES: readonly ServicePlan[] = [
  servicePlan("basket", "sales", 8101, {
    calls: ["prices"],
    data: [
      { kind: "postgres", schema: "basket" },
      { kind: "redis", keyPrefix: "basket" },
    ],
    secrets: [{ variable: "DATABASE_URL", secretName: "shop/prod/basket" }],
  }),
  servicePlan("gateway", "access", 8001, {
    calls: ["basket", "prices"],
    exposure: "public",
    route: { paths: ["/api/*"], priority: 110 },
  }),
  servicePlan("invoices", "sales", 8103, {
    tier: "batch",
    replicas: { min: 1, max: 3 },
    data: [
      { kind: "bucket", bucket: "invoices", access: "read-write" },
      { kind: "queue", queue: "invoice", role: "consumer" },
    ],
    deployment: { strategy: "rolling", minimumHealthyPercent: 0, maximumPercent: 200 },
    kubernetes: onKubernetes("sales", {
      capacity: { kind: "spot", why: "Spot first" },
      priorityClass: "pyairtable-batch",
      disruption: { kind: "none", why: "one replica: it may be moved" },
      autoscaler: {
        ...onKubernetes("sales").autoscaler,
        kind: "keda",
        minReplicas: 0,
        maxReplicas: 3,
        queues: [{ queue: "invoice", messagesPerPod: 30 }],
      },
    }),
  }),
  servicePlan("prices", "sales", 8102, { data: [{ kind: "queue", queue: "invoice", role: "producer" }] }),
];

/** A small plan of four services in two namespaces on EKS; all add-ons on. */
export function smallPlan(
  over: Partial<Plan["kubernetes"]> = {},
  services = SERVICES,
  watch: MonitoringPlanArgs = { kubernetes: "off" },
): Plan {
  const quota = { cpuMillicores: 8000, memoryMiB: 16_384, pods: 40 };
  const limitRange = {
    defaultCpuMillicores: 100,
    defaultMemoryMiB: 128,
    maxCpuMillicores: 400,
    maxMemoryMiB: 8192,
  };
  const namespace = (domain: string) => ({ name: `shop-${domain}`, domain, owners: ["team-shop"], quota, limitRange });
  const plan = {
    project: "shop",
    environment: "prod",
    production: true,
    region: "eu-west-1",
    zones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
    tags: costTags({ project: "shop", environment: "prod", service: "platform", owner: "team-x", costCenter: "cc-1" }),
    network: {
      cidr: "10.40.0.0/16",
      nat: "single",
      interfaceEndpoints: [],
      flowLogs: { enabled: true, retentionDays: 7 },
    },
    edge: { domain: "shop.example", certificateArn: null },
    services,
    kubernetes: {
      mode: "eks",
      why: "a test",
      version: "1.34",
      context: null,
      ingressClass: "nginx",
      capacityLabel: LABEL,
      namespaces: [namespace("access"), namespace("sales")],
      addOns: Object.fromEntries(ADD_ON_NAMES.map((name) => [name, { enabled: true, why: "a test" }])),
      nodes: null,
      ...over,
    },
  } as unknown as UnwatchedPlan;
  return { ...plan, monitoring: monitoringPlan(plan, watch) };
}

/** The plan's service of that name; throws where there is none. */
export function serviceOf(plan: Plan, name: string): ServicePlan {
  const found = plan.services.find((service) => service.name === name);
  if (found === undefined) throw new Error(`the plan has no ${name}`);
  return found;
}
