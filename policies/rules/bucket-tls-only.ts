import { buckets, ofBucket } from "../read/buckets.ts";
import { type Statement, statementsOf } from "../read/statements.ts";
import { type StackFinding, stackRule } from "../rule.ts";
import { isUnknown } from "../unknown.ts";

export const bucketTlsOnly = stackRule({
  id: "bucket-tls-only",
  title: "Nobody talks to a bucket without TLS.",
  severity: "high",
  remediation: 'Deny everyone where `aws:SecureTransport` is "false" in the bucket\'s policy.',
  controls: ["fsbp:S3.5"],
  *check(graph): Iterable<StackFinding> {
    const policies = graph.ofType("aws:s3/bucketPolicy:BucketPolicy");
    for (const bucket of buckets(graph)) {
      const own = ofBucket(bucket, policies);
      // A policy built on an ARN not known in preview is read in the update.
      if (own.some(({ props }) => isUnknown(() => props.policy))) continue;
      if (own.flatMap(({ props }) => statementsOf(() => props.policy)).some(deniesPlainHttp)) continue;
      const wanted = "a statement that denies aws:SecureTransport false";
      yield { at: bucket, what: "TLS in the bucket policy", got: undefined, wanted, fix: "Add the statement." };
    }
  },
});

function deniesPlainHttp({ Effect, Condition }: Statement): boolean {
  return Effect === "Deny" && String(Condition?.Bool?.["aws:SecureTransport"]) === "false";
}
