import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { bucketBlocksPublicAccess } from "./bucket-blocks-public-access.ts";

const TYPE = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const bucket = resource("aws:s3/bucket:Bucket", { bucket: "logs" });
const of = (props: object, extra = {}) => resource(TYPE, { bucket: "logs", ...props }, extra);
const all = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };

export const mutant: Mutant = (graph) => edit(graph, TYPE, (props) => (props.blockPublicPolicy = false));

testRule(bucketBlocksPublicAccess, {
  passes: {
    "all four": [bucket, of(all)],
    "a bucket named in the update": [
      resource("aws:s3/bucket:Bucket", { bucket: UNKNOWN }),
      of({ ...all, bucket: UNKNOWN }, { dependencies: [bucket.urn] }),
    ],
  },
  fails: {
    "one off": [[bucket, of({ ...all, blockPublicAcls: false })], /\["blockPublicAcls"\]/],
    "no block": [bucket, /all four on/],
    "another bucket's block": [[bucket, of({ ...all, bucket: "other" })], /all four on/],
  },
  unknown: [bucket, of({ ...all, blockPublicAcls: UNKNOWN })],
  mutant,
});
