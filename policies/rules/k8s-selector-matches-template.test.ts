import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { cronJobWith, editDeployment, podWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sSelectorMatchesTemplate } from "./k8s-selector-matches-template.ts";

const selecting = (matchLabels: object) => podWith({}, { app: "a" }, { selector: { matchLabels } });

export const mutant: Mutant = (graph) => editDeployment(graph, (spec) => (spec.selector.matchLabels.app = "other"));

testRule(k8sSelectorMatchesTemplate, {
  passes: { "its own pods": selecting({ app: "a" }), "a job, whose selector the API makes": cronJobWith({}) },
  fails: {
    "other pods": [selecting({ app: "b" }), /selector\n {2}got {5}\{"matchLabels":\{"app":"b"\}\}/],
    "no selector": [podWith({}), /selector\n {2}got {5}nothing/],
  },
  unknown: selecting({ app: UNKNOWN }),
  mutant,
});
