import { COST_LABELS } from "@pyairtable/kubernetes-facts";
import { costLabel, LABELLED_TYPES, labelSetsOf } from "../read/kubernetes/labels.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { parseUrn } from "../urn.ts";

export const k8sEnvironmentLabelMatchesStack = resourceRule({
  id: "k8s-environment-label-matches-stack",
  title: "The environment label is the name of the stack.",
  severity: "high",
  remediation: "Make the labels from the plan of this stack, not from another's.",
  controls: ["wa:cost"],
  types: LABELLED_TYPES,
  *check(resource): Iterable<Finding> {
    const { stack } = parseUrn(resource.urn);
    for (const set of labelSetsOf(resource)) {
      const got = costLabel(set, "Environment");
      if (got === undefined || got === stack) continue;
      const fix = "Take the labels of this stack's plan.";
      yield { what: `${COST_LABELS.Environment} in ${set.what}`, got, wanted: `${stack}, the stack's name`, fix };
    }
  },
});
