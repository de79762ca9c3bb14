import { costTags } from "@pyairtable/plan";
import { Namespace, PriorityClasses } from "../namespaces/index.ts";
import { KubernetesService, type KubernetesServiceArgs } from "./index.ts";

/** A namespace with a public gateway that calls an internal service and a worker that sleeps at night. */
export function example(): { readonly gatewayUrl: string; readonly recordsUrl: string } {
  const tags = (service: string) =>
    costTags({ project: "shop", environment: "dev", service, owner: "team-shop", costCenter: "cc-7" });
  const priorities = new PriorityClasses("priorities", { tags: tags("platform") });
  const namespace = new Namespace("sales", {
    name: "shop-sales",
    domain: "sales",
    tags: tags("platform"),
    kubernetesVersion: "1.34",
    quota: { cpuMillicores: 4000, memoryMiB: 8192, pods: 20 },
    limitRange: { defaultCpuMillicores: 100, defaultMemoryMiB: 128, maxCpuMillicores: 2000, maxMemoryMiB: 4096 },
    viewers: ["team-shop"],
    wiring: { dependsOn: [priorities] },
  });

  const common = (service: string) =>
    ({
      service,
      namespace: namespace.name,
      domain: "sales",
      tier: "standard",
      tags: tags(service),
      image: `registry.shop.example/${service}:2.0.1`,
      requests: { cpuMillicores: 250, memoryMiB: 512 },
      port: 8080,
      healthPath: "/health/ready",
      livenessPath: "/health/live",
      priorityClass: "pyairtable-standard",
      wiring: { dependsOn: [namespace], queueRegion: "eu-west-1" },
    }) satisfies Partial<KubernetesServiceArgs>;
  const peer = (service: string) => ({ service, namespace: namespace.name });

  const gateway = new KubernetesService("gateway", {
    ...common("gateway"),
    replicas: { min: 2, max: 6 },
    disruption: { kind: "min-available", pods: 1, why: "one stays up while nodes are drained" },
    drain: { lbWaitSeconds: 30, inFlightSeconds: 30 },
    route: { host: "shop.example", paths: ["/*"], ingressClass: "nginx" },
    network: {
      ingressSource: { namespace: "ingress-nginx" },
      callees: [{ ...peer("records"), port: 8080 }],
    },
  });
  const records = new KubernetesService("records", {
    ...common("records"),
    replicas: { min: 2, max: 4 },
    secrets: [{ variable: "DATABASE_URL", secretName: "shop/dev/records" }],
    secretStore: "platform",
    network: {
      callers: [peer("gateway")],
      stores: [{ name: "postgres", port: 5432, cidrs: ["10.40.0.0/16"] }],
    },
    // The escape hatch: any child's args, typed, before it is made.
    transform: {
      deployment: (args) => {
        args.metadata = { ...args.metadata, annotations: { "example.com/owner-chat": "#records" } };
      },
    },
  });
  new KubernetesService("mailer", {
    ...common("mailer"),
    tier: "batch",
    replicas: { min: 1, max: 3 },
    disruption: { kind: "none", why: "mails wait in the queue for a minute" },
    rollout: { minimumHealthyPercent: 0 },
    network: { internet: { why: "hands mails to the provider's API" } },
    autoscaler: {
      kind: "keda",
      minReplicas: 0,
      maxReplicas: 3,
      cpuPercent: 75,
      memoryPercent: null,
      queues: [{ queue: "mail", messagesPerPod: 30 }],
      windows: [],
    },
  });
  return { gatewayUrl: gateway.url, recordsUrl: records.url };
}
