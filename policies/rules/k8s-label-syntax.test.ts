import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { editDeployment, podWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sLabelSyntax } from "./k8s-label-syntax.ts";

const labelled = (key: string, value: string) => podWith({}, { [key]: value });

export const mutant: Mutant = (graph) => editDeployment(graph, (_, { metadata }) => (metadata.labels.note = "a/b"));

testRule(k8sLabelSyntax, {
  passes: {
    "usual labels": labelled("pyairtable.io/cost-center", "cc-1300"),
    "an empty value": labelled("note", ""),
    "63 characters": labelled("note", "x".repeat(63)),
  },
  fails: {
    "a slash": [labelled("note", "a/b"), /note in labels[\s\S]*"a\/b"/],
    "a value over length": [labelled("note", "x".repeat(64)), /0 to 63 characters/],
    "a hyphen last": [labelled("note", "a-"), /"a-"/],
    "a key with two slashes": [labelled("a/b/c", "d"), /key in labels/],
    "a key's DNS name over length": [labelled(`${"a.".repeat(127)}a/b`, "d"), /key in labels/],
  },
  unknown: labelled("note", UNKNOWN),
  mutant,
});
