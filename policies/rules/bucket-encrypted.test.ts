import { remove, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { bucketEncrypted } from "./bucket-encrypted.ts";

const TYPE = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const bucket = resource("aws:s3/bucket:Bucket", { bucket: "logs" });
const of = (props: object) => resource(TYPE, { bucket: "logs", ...props });
const by = (sseAlgorithm: string) => of({ rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm } }] });

export const mutant: Mutant = (graph) => remove(graph, ({ type }) => type === TYPE);

testRule(bucketEncrypted, {
  passes: { "S3's keys": [bucket, by("AES256")], KMS: [bucket, by("aws:kms")], "no bucket": [] },
  fails: {
    "not stated": [bucket, /AES256 or aws:kms/],
    "no algorithm": [[bucket, of({ rules: [{}] })], /AES256 or aws:kms/],
  },
  unknown: [bucket, by(UNKNOWN)],
  mutant,
});
