import type { LaunchTemplateArgs } from "@pulumi/aws/ec2/launchTemplate.js";
import type { NodeGroupArgs } from "@pulumi/aws/eks/nodeGroup.js";
import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import type { Input } from "@pulumi/pulumi";
import { LABEL_PREFIX } from "@pyairtable/kubernetes-facts";
import { assumedBy, awsManagedPolicyArn, resourceTags } from "../../shared/index.ts";
import type { EksClusterRecord, PlaceRecord } from "./args.ts";
import { subnetsByZone } from "./subnets.ts";
import { BOTTLEROCKET } from "./versions.ts";

/** Nodes that are there before Karpenter's, and what selects them. */
export const SYSTEM_NODES = { [`${LABEL_PREFIX}/node-group`]: "system" } as const;
/** Taint of the system nodes: what runs the cluster tolerates it, services do not. */
export const SYSTEM_TAINT = { key: "CriticalAddonsOnly", value: "true" } as const;

/** IMDSv2 with one hop: a pod without the host's network never reaches the node's role. */
export const METADATA_OPTIONS = {
  httpEndpoint: "enabled",
  httpTokens: "required",
  httpPutResponseHopLimit: 1,
} as const;

/** Bottlerocket has its own system on the first disk; images, logs and emptyDir are on the second. */
export const SYSTEM_DISK = { deviceName: "/dev/xvda", gib: 4 } as const;
export const DATA_DISK = { deviceName: "/dev/xvdb", gib: 30 } as const;

export function nodeRoleArgs(place: PlaceRecord, description: string): RoleArgs {
  return { description, assumeRolePolicy: assumedBy("ec2.amazonaws.com"), tags: resourceTags(place.tags) };
}

/** Join the cluster and pull images. The CNI has a role of its own, and there is no shell on a node. */
export function nodePolicies(region: string): { readonly key: string; readonly arn: string }[] {
  return [
    { key: "worker", arn: awsManagedPolicyArn(region, "AmazonEKSWorkerNodePolicy") },
    { key: "pull", arn: awsManagedPolicyArn(region, "AmazonEC2ContainerRegistryPullOnly") },
  ];
}

/** Any change here replaces every system node, so it holds nothing that changes by itself. */
export function launchTemplateArgs(record: EksClusterRecord): LaunchTemplateArgs {
  const name = `${record.clusterName}-system`;
  const tags = () => resourceTags(record.tags, name);
  return {
    description: `System nodes of ${record.clusterName}`,
    updateDefaultVersion: true,
    metadataOptions: { ...METADATA_OPTIONS },
    blockDeviceMappings: [SYSTEM_DISK, DATA_DISK].map(({ deviceName, gib }) => ({
      deviceName,
      ebs: { volumeType: "gp3", volumeSize: gib, encrypted: "true", deleteOnTermination: "true" },
    })),
    // Default tags of a provider reach neither instances nor volumes of a launch template.
    tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({
      resourceType,
      tags: tags(),
    })),
    tags: tags(),
  };
}

export interface NodeGroupWiring {
  readonly clusterName: Input<string>;
  readonly nodeRoleArn: Input<string>;
  readonly privateSubnetIds: Input<Input<string>[]>;
  readonly launchTemplateId: Input<string>;
  readonly launchTemplateVersion: Input<string>;
}

export function nodeGroupArgs(record: EksClusterRecord, wiring: NodeGroupWiring): NodeGroupArgs {
  const { instanceType, count } = record.system;
  return {
    clusterName: wiring.clusterName,
    nodeRoleArn: wiring.nodeRoleArn,
    subnetIds: subnetsByZone(record.zones, wiring.privateSubnetIds),
    version: record.version,
    releaseVersion: BOTTLEROCKET.releaseVersion,
    amiType: "BOTTLEROCKET_ARM_64",
    capacityType: "ON_DEMAND",
    instanceTypes: [instanceType],
    scalingConfig: { minSize: count, desiredSize: count, maxSize: count },
    updateConfig: { maxUnavailable: 1 },
    nodeRepairConfig: { enabled: true },
    launchTemplate: { id: wiring.launchTemplateId, version: wiring.launchTemplateVersion },
    labels: { ...SYSTEM_NODES },
    taints: [{ ...SYSTEM_TAINT, effect: "NO_SCHEDULE" }],
    tags: resourceTags(record.tags, `${record.clusterName}-system`),
  };
}
