import { costTags } from "@pyairtable/plan";
import { type MockWorld, nothingComputed } from "../../shared/test-mocks.ts";
import type { KubernetesServiceArgs } from "./args.ts";
import { normalise } from "./normalise.ts";
import type { WorkloadRecord } from "./record.ts";
import type { AutoscalerArgs } from "./scaling-args.ts";

/** Type tokens of what this room makes. */
export const TYPES = {
  account: "kubernetes:core/v1:ServiceAccount",
  association: "aws:eks/podIdentityAssociation:PodIdentityAssociation",
  budget: "kubernetes:policy/v1:PodDisruptionBudget",
  deployment: "kubernetes:apps/v1:Deployment",
  externalSecret: "kubernetes:external-secrets.io/v1:ExternalSecret",
  horizontal: "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
  ingress: "kubernetes:networking.k8s.io/v1:Ingress",
  monitor: "kubernetes:monitoring.coreos.com/v1:ServiceMonitor",
  policy: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
  role: "aws:iam/role:Role",
  rolePolicy: "aws:iam/rolePolicy:RolePolicy",
  scaledObject: "kubernetes:keda.sh/v1alpha1:ScaledObject",
  service: "kubernetes:core/v1:Service",
  triggerAuthentication: "kubernetes:keda.sh/v1alpha1:TriggerAuthentication",
  vertical: "kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler",
} as const;
export const COMPONENT = "pyairtable:kubernetes:Service";

/** Every type this room may make, and no function: a call is a defect. */
export const WORLD: MockWorld = {
  types: Object.fromEntries([...Object.values(TYPES), COMPONENT].map((token) => [token, nothingComputed])),
};

export const TAGS = costTags({
  project: "pyairtable",
  environment: "prod",
  service: "record-service",
  owner: "team-records",
  costCenter: "cc-100",
});

export const LABEL = { key: "karpenter.sh/capacity-type", spot: "spot", onDemand: "on-demand" };

/** An internal service with callers, two to six pods, on Spot where there is some. */
export function internalArgs(over: Partial<KubernetesServiceArgs> = {}): KubernetesServiceArgs {
  return {
    service: "record-service",
    namespace: "pyairtable-records",
    domain: "records",
    tier: "critical",
    tags: TAGS,
    image: "pyairtable/record-service:1.8.2",
    requests: { cpuMillicores: 500, memoryMiB: 1024 },
    port: 8301,
    healthPath: "/health/ready",
    replicas: { min: 2, max: 6 },
    capacity: { kind: "spot", label: LABEL },
    ...over,
  };
}

/** The same with all there is: public, scraped, secret, sized, with a role. */
export function fullArgs(over: Partial<KubernetesServiceArgs> = {}): KubernetesServiceArgs {
  return internalArgs({
    route: { host: "api.example.com", paths: ["/records/*"], ingressClass: "nginx" },
    metrics: {},
    network: { ingressSource: { namespace: "ingress-nginx" }, monitoringNamespace: "monitoring" },
    secrets: [{ variable: "DATABASE_URL", secretName: "pyairtable/prod/record-service/database-url" }],
    secretStore: "pyairtable",
    vertical: { updateMode: "Off", resources: ["cpu", "memory"] },
    priorityClass: "pyairtable-critical",
    identity: {
      accountId: "111122223333",
      region: "us-east-1",
      clusterName: "pyairtable-prod",
      statements: [{ sid: "Read", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::files/*"] }],
    },
    ...over,
  });
}

export const QUEUE_WORKER: AutoscalerArgs = {
  kind: "keda",
  minReplicas: 0,
  maxReplicas: 4,
  cpuPercent: 75,
  memoryPercent: 80,
  queues: [{ queue: "report", messagesPerPod: 30 }],
  windows: [
    {
      start: "0 7 * * 1,2,3,4,5",
      end: "0 20 * * 1,2,3,4,5",
      timeZone: "America/New_York",
      replicas: 1,
      why: "awake in working hours only",
    },
  ],
};

/** A batch service that reads a queue and sleeps at night. */
export function workerArgs(over: Partial<KubernetesServiceArgs> = {}): KubernetesServiceArgs {
  return internalArgs({
    service: "report-builder",
    tier: "batch",
    image: "pyairtable/report-builder:2.0.0",
    replicas: { min: 1, max: 4 },
    autoscaler: QUEUE_WORKER,
    disruption: { kind: "none", why: "one replica that may be moved" },
    rollout: { minimumHealthyPercent: 0 },
    wiring: { queueRegion: "us-east-1" },
    ...over,
  });
}

export function recordOf(over: Partial<KubernetesServiceArgs> = {}): WorkloadRecord {
  return normalise(internalArgs(over));
}
