import { buckets, ofBucket } from "../read/buckets.ts";
import { type StackFinding, stackRule } from "../rule.ts";

const SWITCHES = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"] as const;

export const bucketBlocksPublicAccess = stackRule({
  id: "bucket-blocks-public-access",
  title: "Every bucket blocks public access, by all four switches.",
  severity: "critical",
  remediation: "Give the bucket a BucketPublicAccessBlock with all four true.",
  controls: ["fsbp:S3.8"],
  *check(graph): Iterable<StackFinding> {
    const blocks = graph.ofType("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock");
    for (const bucket of buckets(graph)) {
      const [block] = ofBucket(bucket, blocks);
      const open = SWITCHES.filter((key) => block?.props[key] !== true);
      if (open.length === 0) continue;
      yield {
        at: bucket,
        what: "public access not blocked",
        got: open,
        wanted: "all four on",
        fix: "Add or complete the block.",
      };
    }
  },
});
