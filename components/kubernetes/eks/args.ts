import type { Input } from "@pulumi/pulumi";
import type { CostTags } from "@pyairtable/plan";
import type { EksClusterTransform } from "./transform.ts";

/** Where a component is and who pays for it. */
export interface PlaceArgs {
  /** Example `pyairtable`. */
  readonly project: string;
  /** Stack name. With the project it is the cluster's name: `pyairtable-prod`. */
  readonly environment: string;
  readonly region: string;
  /** Twelve digits, plain so that policies are known in preview. */
  readonly accountId: string;
  /** Tags of what all share; `Service` is `platform`. */
  readonly tags: CostTags;
}

/** An EKS cluster with its system nodes and add-ons. The control plane alone is 73 USD a month. */
export interface EksClusterArgs extends PlaceArgs {
  /** Kubernetes minor version, one that `data/versions.json` knows: `1.34`. One step at a time upwards. */
  readonly version: string;
  /** Availability Zones the private subnets are in, 2 to 6: as many as `wiring.privateSubnetIds` has. */
  readonly zones: readonly string[];
  /** Roles and users who may do everything, by ARN; the one that runs Pulumi must be among them. */
  readonly adminPrincipalArns: readonly string[];
  /** Roles and users who may read everything but secrets. Default none. */
  readonly viewerPrincipalArns?: readonly string[];
  /** Nodes for system pods: ARM64, on demand. Two `t4g.medium` are 49 USD a month. */
  readonly system: { readonly instanceType: string; readonly count: number };
  /** Days the control plane's log is kept. */
  readonly logRetentionDays: number;
  /**
   * Opens the API server to the internet for these blocks. Default null: reached from inside the VPC only, so Pulumi
   * must run there (or be connected to it). Never 0.0.0.0/0.
   */
  readonly publicEndpoint?: { readonly cidrs: readonly string[]; readonly why: string } | null;
  /** Blocks whose clients reach the private API server, such as a VPN's or a runner's subnet. Default none: nodes only. */
  readonly apiClients?: readonly ApiClient[];
  /** Refuses deletion of the cluster until switched off. Default true. */
  readonly deletionProtection?: boolean;
  readonly wiring: EksClusterWiring;
  readonly transform?: EksClusterTransform;
}

export interface ApiClient {
  /** Lower case, unique: part of the rule's name. */
  readonly name: string;
  /** Private IPv4 block. */
  readonly cidr: string;
  readonly why: string;
}

/** What other components made. */
export interface EksClusterWiring {
  readonly vpcId: Input<string>;
  /** One for each of `zones`, in their order. */
  readonly privateSubnetIds: Input<Input<string>[]>;
}

export interface PlaceRecord extends PlaceArgs {
  readonly clusterName: string;
  readonly clusterArn: string;
}

/** Args with defaults, checked. */
export interface EksClusterRecord extends PlaceRecord {
  readonly version: string;
  readonly zones: readonly string[];
  readonly access: readonly AccessRecord[];
  readonly system: { readonly instanceType: string; readonly count: number };
  readonly logRetentionDays: number;
  readonly publicEndpoint: { readonly cidrs: readonly string[]; readonly why: string } | null;
  readonly apiClients: readonly ApiClient[];
  readonly deletionProtection: boolean;
  /** Names that policies and AWS itself expect. */
  readonly logGroupName: string;
  readonly keyAlias: string;
}

/** One principal and what it may do. */
export interface AccessRecord {
  /** Last part of the entry's logical name. */
  readonly key: string;
  readonly principalArn: string;
  readonly policy: "AmazonEKSClusterAdminPolicy" | "AmazonEKSViewPolicy";
}
