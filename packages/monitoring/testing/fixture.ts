import { costTags, type Plan, type ServicePlan } from "@pyairtable/plan";
import { onKubernetes, sampleKubernetes, samplePlan, sampleService } from "../../spot-risk/test/sample-plan.ts";

const owned = (service: string, owner: string): Partial<ServicePlan> => ({
  tags: costTags({ project: "shop", environment: "test", service, owner, costCenter: "cc-1" }),
});

/**
 * A small plan with everything that rules tell apart: both runtimes, all tiers, a sleeper, messages. Rule tests evaluate
 * its rules; so labels and numbers in the cases are those below.
 */
export function fixturePlan(): Plan {
  const orders = sampleService("orders", {
    ...owned("orders", "team-shop"),
    domain: "shop",
    tier: "critical",
    cpuUnits: 512,
    memoryMiB: 2048,
    replicas: { min: 2, max: 4 },
    placement: { onDemandBase: 1, onDemandWeight: 0, spotWeight: 1, why: "test" },
    slo: { availability: 0.999, latencyP95Ms: 250 },
  });
  const worker = sampleService("worker", {
    ...owned("worker", "team-data"),
    domain: "data",
    tier: "batch",
    replicas: { min: 1, max: 3 },
    placement: { onDemandBase: 0, onDemandWeight: 0, spotWeight: 1, why: "test" },
    slo: { availability: 0.995, latencyP95Ms: 2000 },
    data: [{ kind: "queue", queue: "jobs", role: "consumer" }],
    offHours: {
      replicas: 0,
      sleepCron: "cron(0 20 ? * MON,TUE,WED,THU,FRI *)",
      wakeCron: "cron(0 2 ? * MON,TUE,WED,THU,FRI *)",
      timeZone: "UTC",
      shareOfWeek: 0.4643,
      why: "test",
    },
  });
  const shelf = sampleService("shelf", {
    ...owned("shelf", "team-shop"),
    domain: "shop",
    ...onKubernetes("shelf", "spread", {
      namespace: "shop",
      replicas: { min: 2, max: 4 },
      disruption: { kind: "max-unavailable", pods: 1, why: "test" },
    }),
  });
  const reports = sampleService("reports", {
    ...owned("reports", "team-data"),
    domain: "data",
    ...onKubernetes("reports", "spot", { namespace: "data", replicas: { min: 1, max: 2 } }),
  });
  const namespace = (name: string, owner: string) => ({
    name,
    domain: name,
    owners: [owner],
    quota: { cpuMillicores: 4000, memoryMiB: 8192, pods: 20 },
    limitRange: {
      defaultCpuMillicores: 100,
      defaultMemoryMiB: 128,
      maxCpuMillicores: 2000,
      maxMemoryMiB: 8192,
    },
  });
  return samplePlan([orders, reports, shelf, worker], {
    tags: costTags({
      project: "shop",
      environment: "test",
      service: "platform",
      owner: "team-platform",
      costCenter: "cc-1",
    }),
    // The clock of rule tests starts on a Thursday, 00:00 UTC: awake from 02:15 on.
    offHours: { timeZone: "UTC", start: "02:00", end: "20:00", days: ["MON", "TUE", "WED", "THU", "FRI"] },
    kubernetes: sampleKubernetes("eks", {
      namespaces: [namespace("data", "team-data"), namespace("shop", "team-shop")],
    }),
    budget: { monthlyUsd: 600, dailyAlertUsd: 20 },
  });
}
