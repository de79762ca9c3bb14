import type { CustomResourceArgs } from "@pulumi/kubernetes/apiextensions/customResource.js";
import type { Input } from "@pulumi/pulumi";
import { resourceTags } from "../../../shared/index.ts";
import { objectLabels } from "../../shared/index.ts";
import { DATA_DISK, METADATA_OPTIONS, SYSTEM_DISK } from "../node-group-resources.ts";
import { subnetsByZone } from "../subnets.ts";
import { BOTTLEROCKET } from "../versions.ts";
import type { KarpenterRecord } from "./args.ts";

export const NODE_CLASS_NAME = "default";

/** Spec of `karpenter.k8s.aws/v1` EC2NodeClass, as far as it is used here. */
export interface NodeClassSpec {
  readonly amiSelectorTerms: readonly { readonly alias: string }[];
  readonly instanceProfile: Input<string>;
  readonly subnetSelectorTerms: readonly { readonly id: Input<string> }[];
  readonly securityGroupSelectorTerms: readonly { readonly id: Input<string> }[];
  readonly associatePublicIPAddress: boolean;
  readonly metadataOptions: {
    readonly httpEndpoint: string;
    readonly httpTokens: string;
    readonly httpPutResponseHopLimit: number;
    readonly httpProtocolIPv6: string;
  };
  readonly blockDeviceMappings: readonly {
    readonly deviceName: string;
    readonly ebs: {
      readonly volumeSize: string;
      readonly volumeType: string;
      readonly encrypted: boolean;
      readonly deleteOnTermination: boolean;
    };
  }[];
  readonly tags: Readonly<Record<string, string>>;
}

export interface NodeClassWiring {
  readonly instanceProfileName: Input<string>;
  readonly privateSubnetIds: Input<Input<string>[]>;
  readonly securityGroupId: Input<string>;
}

/** How every node of the pools is made. By ids, not by tags: a tag that somebody sets elsewhere adds no subnet. */
export function nodeClassObject(
  record: KarpenterRecord,
  wiring: NodeClassWiring,
): CustomResourceArgs & { spec: NodeClassSpec } {
  const disks = [SYSTEM_DISK, { ...DATA_DISK, gib: record.diskGiB }];
  return {
    apiVersion: "karpenter.k8s.aws/v1",
    kind: "EC2NodeClass",
    metadata: {
      name: NODE_CLASS_NAME,
      labels: objectLabels({ name: "node-class", tags: record.tags }),
    },
    spec: {
      // Pinned: a newer image is drift, and drift replaces nodes.
      amiSelectorTerms: [{ alias: BOTTLEROCKET.karpenterAlias }],
      instanceProfile: wiring.instanceProfileName,
      subnetSelectorTerms: subnetsByZone(record.zones, wiring.privateSubnetIds).map((id) => ({ id })),
      securityGroupSelectorTerms: [{ id: wiring.securityGroupId }],
      associatePublicIPAddress: false,
      metadataOptions: { ...METADATA_OPTIONS, httpProtocolIPv6: "disabled" },
      blockDeviceMappings: disks.map(({ deviceName, gib }) => ({
        deviceName,
        ebs: { volumeSize: `${gib}Gi`, volumeType: "gp3", encrypted: true, deleteOnTermination: true },
      })),
      tags: resourceTags(record.tags, `${record.clusterName}-node`),
    },
  };
}
