import type { KubernetesObject } from "@kubernetes/client-node";
import type { SimulatedNode } from "./nodes/node.ts";

type Manifest = KubernetesObject & { spec: object };

const ZONES = ["eu-central-1a", "eu-central-1b", "eu-central-1c"] as const;

/** Machines of 4 cores and 16 GiB over three zones, every third row on demand. For this room's own tests. */
export function fleet(count: number): SimulatedNode[] {
  return Array.from({ length: count }, (_, i) => ({
    name: `node-${String(i + 1).padStart(2, "0")}`,
    zone: ZONES[i % ZONES.length] as string,
    capacityType: Math.floor(i / ZONES.length) % 3 === 0 ? "on-demand" : "spot",
    cpu: 4,
    memoryMiB: 16_384,
  }));
}

export interface Load {
  readonly replicas: number;
  /** Used by each pod. */
  readonly cpu: string;
  readonly memory: string;
}

/** A Deployment whose pods ask for 200m and use what `load` says. */
export function deployment(name: string, load: Load): Manifest {
  const labels = { app: name };
  const annotations = { "kwok.x-k8s.io/usage-cpu": load.cpu, "kwok.x-k8s.io/usage-memory": load.memory };
  const container = { name, image: "registry.invalid/web:1", resources: { requests: { cpu: "200m", memory: "64Mi" } } };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name, namespace: "default" },
    spec: {
      replicas: load.replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, annotations },
        spec: { terminationGracePeriodSeconds: 20, containers: [container] },
      },
    },
  };
}

export function scaler(name: string, { min, max, percent }: { min: number; max: number; percent: number }): Manifest {
  return {
    apiVersion: "autoscaling/v2",
    kind: "HorizontalPodAutoscaler",
    metadata: { name, namespace: "default" },
    spec: {
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name },
      minReplicas: min,
      maxReplicas: max,
      metrics: [
        { type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: percent } } },
      ],
    },
  };
}

export function vpa(name: string): Manifest {
  return {
    apiVersion: "autoscaling.k8s.io/v1",
    kind: "VerticalPodAutoscaler",
    metadata: { name, namespace: "default" },
    spec: { targetRef: { apiVersion: "apps/v1", kind: "Deployment", name }, updatePolicy: { updateMode: "Off" } },
  };
}

export function secret(name: string, creationPolicy = "Owner"): Manifest {
  return {
    apiVersion: "external-secrets.io/v1",
    kind: "ExternalSecret",
    metadata: { name, namespace: "default" },
    spec: {
      secretStoreRef: { kind: "ClusterSecretStore", name: "store" },
      target: { name, creationPolicy },
      data: [{ secretKey: "A", remoteRef: { key: "a" } }],
    },
  };
}
