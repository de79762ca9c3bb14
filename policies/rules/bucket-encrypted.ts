import { buckets, ofBucket } from "../read/buckets.ts";
import { type StackFinding, stackRule } from "../rule.ts";

export const bucketEncrypted = stackRule({
  id: "bucket-encrypted",
  title: "Every bucket states how its objects are encrypted.",
  severity: "high",
  remediation: "Give the bucket a BucketServerSideEncryptionConfiguration: AES256 or aws:kms.",
  controls: ["fsbp:S3.17"],
  *check(graph): Iterable<StackFinding> {
    const all = graph.ofType("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration");
    for (const bucket of buckets(graph)) {
      const rules = ofBucket(bucket, all).flatMap(({ props }) => props.rules);
      if (rules.some((rule) => rule.applyServerSideEncryptionByDefault?.sseAlgorithm !== undefined)) continue;
      yield {
        at: bucket,
        what: "encryption",
        got: undefined,
        wanted: "AES256 or aws:kms",
        fix: "Configure encryption.",
      };
    }
  },
});
