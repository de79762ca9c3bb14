import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { release } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { helmReleaseVersionPinned } from "./helm-release-version-pinned.ts";

export const mutant: Mutant = (graph) =>
  edit(graph, "kubernetes:helm.sh/v3:Release", (props) => (props.version = `>=${props.version}`));

testRule(helmReleaseVersionPinned, {
  passes: { exact: release({ version: "1.6.0" }), "a release candidate": release({ version: "v1.6.0-rc.1" }) },
  fails: {
    none: [release({ version: undefined }), /version of chart karpenter\n {2}got {5}nothing/],
    "a range": [release({ version: "^1.6.0" }), /"\^1.6.0"/],
    "a part": [release({ version: "1.6" }), /"1.6"/],
  },
  unknown: release({ version: UNKNOWN }),
  mutant,
});
