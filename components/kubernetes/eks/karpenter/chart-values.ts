import type { Input } from "@pulumi/pulumi";
import { cpuQuantity, memoryQuantity } from "../../shared/index.ts";
import { SYSTEM_NODES, SYSTEM_TAINT } from "../node-group-resources.ts";
import type { KarpenterRecord } from "./args.ts";

/** Values of the `karpenter` chart 1.6 that are set here; the chart has the others. */
export interface KarpenterValues {
  readonly replicas: number;
  readonly priorityClassName: string;
  readonly podDisruptionBudget: { readonly name: string; readonly maxUnavailable: number };
  readonly serviceAccount: { readonly create: boolean; readonly name: string };
  readonly serviceMonitor: { readonly enabled: boolean };
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly tolerations: readonly { readonly key: string; readonly operator: "Exists" }[];
  readonly controller: {
    readonly env: readonly { readonly name: string; readonly value: string }[];
    readonly resources: {
      readonly requests: { readonly cpu: string; readonly memory: string };
      readonly limits: { readonly memory: string };
    };
  };
  readonly settings: {
    readonly clusterName: string;
    readonly clusterEndpoint: Input<string>;
    readonly eksControlPlane: boolean;
    readonly interruptionQueue: string;
    readonly minValuesPolicy: "Strict" | "BestEffort";
  };
}

/** Values of the `karpenter-crd` chart. */
export interface KarpenterCrdValues {
  readonly additionalAnnotations: Readonly<Record<string, string>>;
}

export const SERVICE_ACCOUNT = { namespace: "kube-system", name: "karpenter" } as const;

export function controllerValues(record: KarpenterRecord, clusterEndpoint: Input<string>): KarpenterValues {
  const memory = memoryQuantity(768);
  return {
    replicas: record.replicas,
    priorityClassName: "system-cluster-critical",
    podDisruptionBudget: { name: "karpenter", maxUnavailable: 1 },
    serviceAccount: { create: true, name: SERVICE_ACCOUNT.name },
    serviceMonitor: { enabled: record.serviceMonitor },
    // Never on a node it made itself: it would drain the ground under its feet.
    nodeSelector: { "kubernetes.io/os": "linux", ...SYSTEM_NODES },
    tolerations: [{ key: SYSTEM_TAINT.key, operator: "Exists" }],
    controller: {
      // Metadata are one hop away and a pod is two: without this it asks them for the region and exits.
      env: [{ name: "AWS_REGION", value: record.region }],
      resources: { requests: { cpu: cpuQuantity(250), memory }, limits: { memory } },
    },
    settings: {
      clusterName: record.clusterName,
      clusterEndpoint,
      eksControlPlane: true,
      interruptionQueue: record.queueName,
      // Many instance types where there are many, rather a node of few than none.
      minValuesPolicy: "BestEffort",
    },
  };
}

/** Helm leaves the types behind when the release goes: with them would go every pool, and with the pools every node. */
export function crdValues(): KarpenterCrdValues {
  return { additionalAnnotations: { "helm.sh/resource-policy": "keep" } };
}
