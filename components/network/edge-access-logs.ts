import type * as s3 from "@pulumi/aws/s3/index.js";
import type { Input } from "@pulumi/pulumi";
import { interpolate } from "@pulumi/pulumi";
import { policyDocument, resourceTags } from "../shared/index.ts";
import type { EdgeRecord } from "./edge-args.ts";

type Bucket = { readonly bucket: Input<string> };

/** Autonamed: bucket names are shared by the whole world. Emptied on destroy only where nothing is protected. */
export function logBucketArgs(record: EdgeRecord, name: string): s3.BucketArgs {
  return { forceDestroy: !record.deletionProtection, tags: resourceTags(record.tags, name) };
}

export function publicAccessBlockArgs({ bucket }: Bucket): s3.BucketPublicAccessBlockArgs {
  return {
    bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  };
}

export function ownershipArgs({ bucket }: Bucket): s3.BucketOwnershipControlsArgs {
  return { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } };
}

/** S3-managed keys: the only encryption to which load balancers can write logs. */
export function encryptionArgs({ bucket }: Bucket): s3.BucketServerSideEncryptionConfigurationArgs {
  return { bucket, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] };
}

export function lifecycleArgs(record: EdgeRecord, { bucket }: Bucket): s3.BucketLifecycleConfigurationArgs {
  return {
    bucket,
    rules: [
      {
        id: "expire-access-logs",
        status: "Enabled",
        filter: { prefix: "" },
        expiration: { days: record.accessLogs.retentionDays },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
      },
    ],
  };
}

/**
 * Load balancers of this account and region may add log objects; nobody may talk to the bucket without TLS.
 * Built on the bucket's name, which a preview knows, not on its ARN, which it does not.
 */
export function logBucketPolicy({ accountId, region }: EdgeRecord, { bucket }: Bucket): Input<string> {
  return policyDocument([
    {
      sid: "LoadBalancerLogs",
      principals: { service: ["logdelivery.elasticloadbalancing.amazonaws.com"] },
      actions: ["s3:PutObject"],
      resources: [interpolate`arn:aws:s3:::${bucket}/AWSLogs/${accountId}/*`],
      conditions: {
        ArnLike: { "aws:SourceArn": `arn:aws:elasticloadbalancing:${region}:${accountId}:loadbalancer/*` },
      },
    },
    {
      sid: "TlsOnly",
      effect: "Deny",
      principals: "everyone",
      actions: ["s3:*"],
      resources: [interpolate`arn:aws:s3:::${bucket}`, interpolate`arn:aws:s3:::${bucket}/*`],
      conditions: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
}
