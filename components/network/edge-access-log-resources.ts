import * as s3 from "@pulumi/aws/s3/index.js";
import type { Input, Resource } from "@pulumi/pulumi";
import { autonamed, child } from "../shared/index.ts";
import * as shapes from "./edge-access-logs.ts";
import type { EdgeScope } from "./edge-children.ts";

/** The log bucket's name and the policy that must stand before a load balancer may write to it. */
export interface LogBucket {
  readonly bucket: Input<string>;
  readonly policy: Resource;
}

/** A private, encrypted, expiring bucket for access logs; nothing where they are off. */
export function createLogBucket({ parent, name, record, transform }: EdgeScope): LogBucket | undefined {
  if (!record.accessLogs.enabled) return undefined;
  const opts = { parent };
  const logs = autonamed("bucket", `${name}-access-logs`);
  const bucketArgs = shapes.logBucketArgs(record, logs);
  const bucket = new s3.Bucket(...child(transform.logBucket, logs, bucketArgs, opts));
  const of = { bucket: bucket.bucket };

  const block = shapes.publicAccessBlockArgs(of);
  const blocked = new s3.BucketPublicAccessBlock(
    ...child(transform.logBucketPublicAccessBlock, `${logs}-public-access-block`, block, opts),
  );
  const owner = shapes.ownershipArgs(of);
  new s3.BucketOwnershipControls(...child(transform.logBucketOwnership, `${logs}-ownership`, owner, opts));
  const encryption = shapes.encryptionArgs(of);
  new s3.BucketServerSideEncryptionConfiguration(
    ...child(transform.logBucketEncryption, `${logs}-encryption`, encryption, opts),
  );
  const lifecycle = shapes.lifecycleArgs(record, of);
  new s3.BucketLifecycleConfiguration(...child(transform.logBucketLifecycle, `${logs}-lifecycle`, lifecycle, opts));

  // S3 takes one change of a bucket's access at a time.
  const policyArgs = { ...of, policy: shapes.logBucketPolicy(record, of) };
  const policyOpts = { ...opts, dependsOn: [blocked] };
  const policy = new s3.BucketPolicy(...child(transform.logBucketPolicy, `${logs}-policy`, policyArgs, policyOpts));
  return { ...of, policy };
}
