import type { core } from "@pulumi/kubernetes/types/input.js";
import { HOST_LABEL, NON_ROOT_ID, ZONE_LABEL } from "@pyairtable/kubernetes-facts";
import { cpuQuantity, memoryQuantity } from "../../shared/index.ts";
import type { ContainerSize } from "../common-args.ts";

/** Taint of nodes kept for system pods. */
export const SYSTEM_NODES = { key: "CriticalAddonsOnly", operator: "Exists" } as const;

/** What the Pod Security Standard `restricted` asks of a pod. */
export const POD_SECURITY = {
  runAsNonRoot: true,
  runAsUser: NON_ROOT_ID,
  runAsGroup: NON_ROOT_ID,
  fsGroup: NON_ROOT_ID,
  seccompProfile: { type: "RuntimeDefault" },
} as const;

/** … and of a container, with a root file system that nobody writes. */
export const CONTAINER_SECURITY: core.v1.SecurityContext = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
  capabilities: { drop: ["ALL"] },
  seccompProfile: { type: "RuntimeDefault" },
};

/** Requests and limits as Kubernetes writes them. */
export function resources(size: ContainerSize): {
  readonly requests: { readonly cpu: string; readonly memory: string };
  readonly limits: { readonly cpu: string; readonly memory: string };
} {
  const written = (of: { cpuMillicores: number; memoryMiB: number }) => ({
    cpu: cpuQuantity(of.cpuMillicores),
    memory: memoryQuantity(of.memoryMiB),
  });
  return { requests: written(size), limits: written(size.limits) };
}

/**
 * Replicas over zones and nodes. Soft, so that one full zone never holds back an add-on that others wait for; each
 * revision is spread by itself, so that a rollout ends as even as it began.
 */
export function spread(matchLabels: Readonly<Record<string, string>>): core.v1.TopologySpreadConstraint[] {
  return [ZONE_LABEL, HOST_LABEL].map((topologyKey) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: "ScheduleAnyway",
    labelSelector: { matchLabels: { ...matchLabels } },
    matchLabelKeys: ["pod-template-hash"],
  }));
}
