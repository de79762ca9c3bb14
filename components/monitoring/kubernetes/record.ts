import type { Resource } from "@pulumi/pulumi";
import type { ImageName } from "../images.ts";
import type { Scene } from "../world.ts";
import type { KubernetesTransform } from "./transform.ts";

export interface OnKubernetesArgs {
  /** ClusterSecretStore that holds receivers' secrets and Grafana's password; null: Secrets of these names are there. */
  readonly secretStore: string | null;
  /** StorageClass of the volumes. Default: one of gp3 is made in mode `eks`, the cluster's own elsewhere. */
  readonly storageClass?: string;
  /** Node exporter on every node, with the reason: it needs the host's network, processes and files. Default null. */
  readonly nodeExporter?: { readonly why: string } | null;
  /** PriorityClass of its pods, which must exist. Default `pyairtable-add-on`. */
  readonly priorityClass?: string;
  /** Addresses of nodes, where kubelets are scraped. Default: the VPC's block in mode `eks`, else the private ranges. */
  readonly nodeCidrs?: readonly string[];
  /** Address of NodeLocal DNSCache, e.g. `169.254.20.10/32`. Default null. */
  readonly nodeLocalDnsCidr?: string | null;
  readonly images?: Partial<Record<ImageName, string>>;
  /** What must be there first: nodes, types of prometheus-operator, the secret store. */
  readonly dependsOn?: readonly Resource[];
  readonly transform?: KubernetesTransform;
}

/** With defaults; what the pure functions of this folder read. */
export interface KubernetesRecord extends Pick<Scene, "plan" | "monitoring" | "dashboards"> {
  readonly secretStore: string | null;
  /** Null: the cluster's own. */
  readonly storageClass: string | null;
  /** A StorageClass of ours is made. */
  readonly makesStorageClass: boolean;
  readonly nodeExporter: { readonly why: string } | null;
  readonly priorityClass: string;
  readonly nodeCidrs: readonly string[];
  readonly nodeLocalDnsCidr: string | null;
  readonly images: Partial<Record<ImageName, string>>;
}

export const STORAGE_CLASS = "monitoring-gp3";
const PRIVATE_RANGES = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

export function recordOf(
  scene: Pick<Scene, "plan" | "monitoring" | "dashboards">,
  args: OnKubernetesArgs,
): KubernetesRecord {
  const eks = scene.plan.kubernetes.mode === "eks";
  const makesStorageClass = eks && args.storageClass === undefined;
  return {
    plan: scene.plan,
    monitoring: scene.monitoring,
    dashboards: scene.dashboards,
    secretStore: args.secretStore,
    storageClass: args.storageClass ?? (makesStorageClass ? STORAGE_CLASS : null),
    makesStorageClass,
    nodeExporter: args.nodeExporter ?? null,
    priorityClass: args.priorityClass ?? "pyairtable-add-on",
    nodeCidrs: args.nodeCidrs ?? (eks ? [scene.plan.network.cidr] : PRIVATE_RANGES),
    nodeLocalDnsCidr: args.nodeLocalDnsCidr ?? null,
    images: args.images ?? {},
  };
}
