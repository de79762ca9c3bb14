import { add } from "../testing/add.ts";
import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { kmsKeyRotates } from "./kms-key-rotates.ts";

const KEY = "aws:kms/key:Key";
const of = (props: Record<string, unknown>) => resource(KEY, props);

export const mutant: Mutant = (graph) => add(graph, KEY, { description: "Logs" });

testRule(kmsKeyRotates, {
  passes: { rotating: of({ enableKeyRotation: true }), asymmetric: of({ customerMasterKeySpec: "RSA_2048" }) },
  fails: { not: [of({ enableKeyRotation: false }), /false/], "not stated": [of({}), /nothing/] },
  unknown: of({ enableKeyRotation: UNKNOWN }),
  mutant,
});
