import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { awsTypeKnown } from "./aws-type-known.ts";

const strange = resource("aws:s3/bucketOfTomorrow:BucketOfTomorrow", {});

export const mutant: Mutant = (graph) => void graph.push(strange);

testRule(awsTypeKnown, {
  passes: {
    "a known type": resource("aws:s3/bucket:Bucket", {}),
    "another provider's": resource("kubernetes:core/v1:Pod", {}),
  },
  fails: { "a type newer than the pack": [strange, /resource type[\s\S]*BucketOfTomorrow/] },
  unknownIs: { fine: resource("aws:s3/bucket:Bucket", { bucket: UNKNOWN }) },
  mutant,
});
