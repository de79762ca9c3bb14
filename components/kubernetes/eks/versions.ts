import table from "./data/versions.json" with { type: "json" };

/** EKS add-ons of every cluster. */
export const ADD_ON_NAMES = [
  "vpc-cni",
  "kube-proxy",
  "eks-pod-identity-agent",
  "coredns",
  "aws-ebs-csi-driver",
  "eks-node-monitoring-agent",
] as const;
export type EksAddOnName = (typeof ADD_ON_NAMES)[number];

/** Without these a node never becomes ready, so they are there before the first one. */
export const BEFORE_NODES: readonly EksAddOnName[] = ["vpc-cni", "kube-proxy", "eks-pod-identity-agent"];
/** These run on nodes: made before the first one they wait 20 minutes and end degraded. */
export const AFTER_NODES: readonly EksAddOnName[] = ["coredns", "aws-ebs-csi-driver", "eks-node-monitoring-agent"];

const byKubernetes: Readonly<Record<string, Readonly<Record<string, string>>>> = table.addOnsByKubernetes;

/** Kubernetes minor versions this room has add-on versions for, oldest first. */
export function knownVersions(): readonly string[] {
  return Object.keys(byKubernetes).sort();
}

/** Version of each add-on for a Kubernetes minor version; throws a plain Error on one that is not in the table. */
export function addOnVersion(name: EksAddOnName, kubernetes: string): string {
  const versions: Readonly<Record<string, string>> = { ...table.addOns, ...byKubernetes[kubernetes] };
  const version = versions[name];
  if (version === undefined) throw new Error(`no version of ${name} for Kubernetes ${kubernetes}`);
  return version;
}

/** Bottlerocket for nodes: the managed group's release, and the same as Karpenter names it. */
export const BOTTLEROCKET = table.bottlerocket;
