import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { editDeployment, podWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sEnvironmentLabelMatchesStack } from "./k8s-environment-label-matches-stack.ts";

const LABEL = "pyairtable.io/environment";

export const mutant: Mutant = (graph) => editDeployment(graph, (_, { metadata }) => (metadata.labels[LABEL] = "dev"));

testRule(k8sEnvironmentLabelMatchesStack, {
  passes: { "the stack": podWith({}, { [LABEL]: "prod" }), "no label": podWith({}) },
  fails: { "another stack's labels": [podWith({}, { [LABEL]: "dev" }), /got {5}"dev"\n {2}wanted {2}prod/] },
  unknown: podWith({}, { [LABEL]: UNKNOWN }),
  mutant,
});
