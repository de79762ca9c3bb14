import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { object } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sNamespaceRestricted } from "./k8s-namespace-restricted.ts";

const NAMESPACE = "kubernetes:core/v1:Namespace";
const ENFORCE = "pod-security.kubernetes.io/enforce";
const VERSION = "pod-security.kubernetes.io/enforce-version";
const namespace = (labels: object, name = "records") => object(NAMESPACE, name, {}, { labels });

export const mutant: Mutant = (graph) =>
  edit(graph, NAMESPACE, (props) => (props.metadata.labels[ENFORCE] = "baseline"));

testRule(k8sNamespaceRestricted, {
  config: { exempt: ["node-agents"] },
  passes: {
    restricted: namespace({ [ENFORCE]: "restricted", [VERSION]: "v1.34" }),
    exempt: namespace({}, "node-agents"),
  },
  fails: {
    "no labels": [namespace({}), /enforce\n {2}got {5}nothing[\s\S]*enforce-version/],
    baseline: [namespace({ [ENFORCE]: "baseline", [VERSION]: "v1.34" }), /"baseline"/],
    "a version that moves": [namespace({ [ENFORCE]: "restricted", [VERSION]: "latest" }), /"latest"/],
  },
  unknown: namespace({ [ENFORCE]: UNKNOWN }),
  mutant,
});
