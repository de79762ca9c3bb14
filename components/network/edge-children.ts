import type { CertificateArgs, CertificateValidationArgs } from "@pulumi/aws/acm/index.js";
import type { SecurityGroupArgs } from "@pulumi/aws/ec2/index.js";
import type { ListenerArgs, LoadBalancerArgs } from "@pulumi/aws/lb/index.js";
import type { RecordArgs } from "@pulumi/aws/route53/index.js";
import type * as s3 from "@pulumi/aws/s3/index.js";
import type { SecurityGroupIngressRuleArgs } from "@pulumi/aws/vpc/index.js";
import type { WebAclArgs, WebAclAssociationArgs } from "@pulumi/aws/wafv2/index.js";
import type { Resource } from "@pulumi/pulumi";
import type { Transforms } from "../shared/index.ts";
import type { EdgeRecord } from "./edge-args.ts";

/** Args of each child of an edge, by the key of its transform. */
export interface EdgeChildren {
  securityGroup: SecurityGroupArgs;
  ingress: SecurityGroupIngressRuleArgs;
  logBucket: s3.BucketArgs;
  logBucketPublicAccessBlock: s3.BucketPublicAccessBlockArgs;
  logBucketOwnership: s3.BucketOwnershipControlsArgs;
  logBucketEncryption: s3.BucketServerSideEncryptionConfigurationArgs;
  logBucketLifecycle: s3.BucketLifecycleConfigurationArgs;
  logBucketPolicy: s3.BucketPolicyArgs;
  loadBalancer: LoadBalancerArgs;
  httpListener: ListenerArgs;
  httpsListener: ListenerArgs;
  testListener: ListenerArgs;
  certificate: CertificateArgs;
  certificateRecord: RecordArgs;
  certificateValidation: CertificateValidationArgs;
  aliasRecord: RecordArgs;
  webAcl: WebAclArgs;
  webAclAssociation: WebAclAssociationArgs;
}

export type EdgeTransforms = Transforms<EdgeChildren>;

/** What the parts of an edge share while they are made. */
export interface EdgeScope {
  readonly parent: Resource;
  /** Logical name of the edge; children are `${name}-x`. */
  readonly name: string;
  readonly record: EdgeRecord;
  readonly transform: EdgeTransforms;
}
