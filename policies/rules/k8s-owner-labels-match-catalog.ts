import { COST_LABELS } from "@pyairtable/kubernetes-facts";
import { catalogService } from "../facts.ts";
import { costLabel, LABELLED_TYPES, labelSetsOf } from "../read/kubernetes/labels.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const k8sOwnerLabelsMatchCatalog = resourceRule({
  id: "k8s-owner-labels-match-catalog",
  title: "Owner and cost centre of a service's workload are those of its catalog entry.",
  severity: "medium",
  remediation: "Take the labels from the plan; change owner or cost centre in the catalog only.",
  controls: ["wa:cost"],
  types: LABELLED_TYPES,
  *check(resource): Iterable<Finding> {
    for (const set of labelSetsOf(resource)) {
      const entry = catalogService(costLabel(set, "Service") ?? "");
      if (entry === undefined) continue;
      for (const [tag, wanted] of [
        ["Owner", entry.owner],
        ["CostCenter", entry.costCenter],
      ] as const) {
        const got = costLabel(set, tag);
        if (got === undefined || got === wanted) continue;
        const fix = "Take the labels of the service's plan.";
        yield { what: `${COST_LABELS[tag]} in ${set.what}`, got, wanted: `${wanted}, as the catalog says`, fix };
      }
    }
  },
});
