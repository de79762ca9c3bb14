import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { eksSecretsEncrypted } from "./eks-secrets-encrypted.ts";

const CLUSTER = "aws:eks/cluster:Cluster";
const cluster = (encryptionConfig?: object) => resource(CLUSTER, { encryptionConfig });

export const mutant: Mutant = (graph) => edit(graph, CLUSTER, (props) => delete props.encryptionConfig);

testRule(eksSecretsEncrypted, {
  passes: {
    "by a key": cluster({ provider: { keyArn: "arn:aws:kms:us-east-1:111122223333:key/a" }, resources: ["secrets"] }),
    "by a key not made yet": cluster({ provider: { keyArn: UNKNOWN }, resources: ["secrets"] }),
  },
  fails: {
    "not at all": [cluster(), /encrypted resources[\s\S]*encryption key/],
    "nothing named": [cluster({ provider: { keyArn: "arn" }, resources: [] }), /secrets among them/],
    "no key": [cluster({ provider: {}, resources: ["secrets"] }), /encryption key\n {2}got {5}nothing/],
  },
  unknown: cluster({ provider: { keyArn: "arn" }, resources: UNKNOWN }),
  mutant,
});
