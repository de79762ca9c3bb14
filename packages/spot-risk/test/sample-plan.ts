import { costTags, type Plan, type ServicePlan } from "@pyairtable/plan";

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
    environment: {},
    logRetentionDays: 30,
    deployment: { strategy: "rolling", minimumHealthyPercent: 100, maximumPercent: 200 },
    usage: {
      cpuPercent: { p50: 20, p95: 28, p99: 33 },
      memoryPercent: { p50: 25, p95: 31, p99: 34 },
      requestsPerSecondP95: 10,
    },
    before: { cpuUnits: 512, memoryMiB: 1024, replicas: 1, architecture: "x86_64" },
    tags: tagsOf(name),
    ...change,
  };
}

export function samplePlan(services: readonly ServicePlan[], change: Partial<Plan> = {}): Plan {
  return {
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
    kubernetes: { mode: "off", why: "ECS carries all services" },
    budget: { monthlyUsd: 500, dailyAlertUsd: 100 },
    usageWindow: { from: "2026-11-09", to: "2026-11-22", origin: "sample" },
    ...change,
  };
}

function tagsOf(service: string) {
  return costTags({ project: "pyairtable", environment: "prod", service, owner: "team-x", costCenter: "cc-1" });
}
