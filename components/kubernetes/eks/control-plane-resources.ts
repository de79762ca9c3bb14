import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup.js";
import type { SecurityGroupArgs } from "@pulumi/aws/ec2/securityGroup.js";
import type { ClusterArgs } from "@pulumi/aws/eks/cluster.js";
import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import type { KeyArgs } from "@pulumi/aws/kms/key.js";
import type { SecurityGroupIngressRuleArgs } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import type { Input } from "@pulumi/pulumi";
import { anyKeyArn, assumedBy, keyPolicy, type PolicyStatement, resourceTags } from "../../shared/index.ts";
import type { ApiClient, EksClusterRecord } from "./args.ts";
import { subnetsByZone } from "./subnets.ts";

const LOG_TYPES = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

/** Encrypts the cluster's Secrets before etcd sees them. */
export function keyArgs(record: EksClusterRecord): KeyArgs {
  return {
    description: `Kubernetes Secrets of ${record.clusterName}`,
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: keyPolicy(record),
    tags: resourceTags(record.tags, `${record.clusterName}-eks`),
  };
}

/** Made before the cluster: EKS would make one that is kept for ever. */
export function logGroupArgs(record: EksClusterRecord): LogGroupArgs {
  return { name: record.logGroupName, retentionInDays: record.logRetentionDays, tags: resourceTags(record.tags) };
}

/** EKS sends no source account when it takes this role; a role cannot be passed from another account anyway. */
export function clusterRoleArgs(record: EksClusterRecord): RoleArgs {
  return {
    description: `Control plane of ${record.clusterName}`,
    assumeRolePolicy: assumedBy("eks.amazonaws.com"),
    tags: resourceTags(record.tags),
  };
}

/** By alias, since the key's ARN is unknown until it is made. */
export function clusterKeyStatements(record: EksClusterRecord): PolicyStatement[] {
  return [
    {
      sid: "EncryptSecrets",
      actions: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:ListGrants"],
      resources: [anyKeyArn(record)],
      conditions: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": [record.keyAlias] } },
    },
  ];
}

export function apiSecurityGroupArgs(record: EksClusterRecord, vpcId: Input<string>): SecurityGroupArgs {
  const name = `${record.clusterName}-api`;
  return {
    vpcId,
    description: `Clients of the API server of ${record.clusterName}`,
    revokeRulesOnDelete: true,
    tags: resourceTags(record.tags, name),
  };
}

export function apiIngressArgs(
  record: EksClusterRecord,
  client: ApiClient,
  securityGroupId: Input<string>,
): SecurityGroupIngressRuleArgs {
  return {
    securityGroupId,
    description: `${client.name}: ${client.why}`.slice(0, 255),
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    cidrIpv4: client.cidr,
    tags: resourceTags(record.tags, `${record.clusterName}-api-${client.name}`),
  };
}

export interface ControlPlaneWiring {
  readonly roleArn: Input<string>;
  readonly keyArn: Input<string>;
  readonly privateSubnetIds: Input<Input<string>[]>;
  /** Beside EKS's own group; empty where nobody but nodes comes. */
  readonly securityGroupIds: readonly Input<string>[];
}

export function clusterArgs(record: EksClusterRecord, wiring: ControlPlaneWiring): ClusterArgs {
  const { publicEndpoint } = record;
  return {
    name: record.clusterName,
    version: record.version,
    roleArn: wiring.roleArn,
    vpcConfig: {
      subnetIds: subnetsByZone(record.zones, wiring.privateSubnetIds),
      endpointPrivateAccess: true,
      endpointPublicAccess: publicEndpoint !== null,
      ...(publicEndpoint === null ? {} : { publicAccessCidrs: [...publicEndpoint.cidrs] }),
      ...(wiring.securityGroupIds.length === 0 ? {} : { securityGroupIds: [...wiring.securityGroupIds] }),
    },
    // Access entries only: nothing in the cluster itself can lock its owners out.
    accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
    encryptionConfig: { provider: { keyArn: wiring.keyArn }, resources: ["secrets"] },
    enabledClusterLogTypes: LOG_TYPES,
    // Extended support costs six times as much; upgrades come by plan before that.
    upgradePolicy: { supportType: "STANDARD" },
    zonalShiftConfig: { enabled: true },
    deletionProtection: record.deletionProtection,
    // Every add-on is a managed one, pinned; EKS's unmanaged copies would fight them.
    bootstrapSelfManagedAddons: false,
    tags: resourceTags(record.tags, record.clusterName),
  };
}
