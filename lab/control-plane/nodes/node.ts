import type { V1Node } from "@kubernetes/client-node";

/** A machine to simulate. */
export interface SimulatedNode {
  readonly name: string;
  /** Such as `eu-central-1a`; the region is the zone without its letter. */
  readonly zone: string;
  readonly capacityType: "spot" | "on-demand";
  /** Cores that pods may ask for. */
  readonly cpu: number;
  /** MiB that pods may ask for. */
  readonly memoryMiB: number;
  /** Default `arm64`. */
  readonly arch?: "arm64" | "amd64";
  /** Default 110, the kubelet's own. */
  readonly pods?: number;
  /** More labels; they win over those that are set here. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** The node as a kubelet registers it: labels of the zone, the architecture and Karpenter's capacity type, no taint. */
export function nodeObject(node: SimulatedNode): V1Node {
  const arch = node.arch ?? "arm64";
  const amounts = {
    cpu: String(node.cpu),
    memory: `${node.memoryMiB}Mi`,
    pods: String(node.pods ?? 110),
    "ephemeral-storage": "100Gi",
  };
  return {
    apiVersion: "v1",
    kind: "Node",
    metadata: {
      name: node.name,
      labels: {
        "kubernetes.io/hostname": node.name,
        "kubernetes.io/os": "linux",
        "kubernetes.io/arch": arch,
        "topology.kubernetes.io/zone": node.zone,
        "topology.kubernetes.io/region": node.zone.replace(/[a-z]$/, ""),
        "karpenter.sh/capacity-type": node.capacityType,
        "node.kubernetes.io/instance-type": `lab-${node.cpu}-${node.memoryMiB}`,
        ...node.labels,
      },
    },
    status: {
      capacity: amounts,
      allocatable: amounts,
      nodeInfo: {
        architecture: arch,
        operatingSystem: "linux",
        kubeletVersion: "v1.34.4",
        kubeProxyVersion: "",
        containerRuntimeVersion: "kwok",
        kernelVersion: "kwok",
        osImage: "kwok",
        bootID: "",
        machineID: "",
        systemUUID: "",
      },
    },
  };
}
