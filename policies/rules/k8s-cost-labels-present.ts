import { COST_LABELS } from "@pyairtable/kubernetes-facts";
import { COST_TAG_KEYS } from "@pyairtable/plan";
import { costLabel, LABELLED_TYPES, labelSetsOf } from "../read/kubernetes/labels.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const k8sCostLabelsPresent = resourceRule({
  id: "k8s-cost-labels-present",
  title: "Workloads, their pods, their claims and namespaces carry the six cost labels.",
  severity: "high",
  remediation:
    "Pass labels made by `costLabels()` of @pyairtable/kubernetes-facts; components do it for their children.",
  controls: ["wa:cost"],
  types: LABELLED_TYPES,
  *check(resource): Iterable<Finding> {
    for (const set of labelSetsOf(resource)) {
      const missing = COST_TAG_KEYS.filter((key) => costLabel(set, key) === undefined).map((key) => COST_LABELS[key]);
      if (missing.length === 0) continue;
      const wanted = "all six cost labels, none empty";
      yield { what: `cost labels missing in ${set.what}`, got: missing, wanted, fix: "Set labels by costLabels()." };
    }
  },
});
