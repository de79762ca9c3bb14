import { COST_LABELS } from "@pyairtable/kubernetes-facts";
import { SERVICE_NAMES } from "../facts.ts";
import { costLabel, LABELLED_TYPES, labelSetsOf } from "../read/kubernetes/labels.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const k8sServiceLabelInCatalog = resourceRule({
  id: "k8s-service-label-in-catalog",
  title: "The service label names a service of the catalog, or `platform`.",
  severity: "high",
  remediation: "Name the service as its catalog entry does; what all services share is `platform`.",
  controls: ["wa:cost"],
  types: LABELLED_TYPES,
  *check(resource): Iterable<Finding> {
    for (const set of labelSetsOf(resource)) {
      const got = costLabel(set, "Service");
      if (got === undefined || SERVICE_NAMES.has(got)) continue;
      const wanted = `a name of the catalog's ${SERVICE_NAMES.size - 1} services, or platform`;
      const fix = "Correct the name, or add the service to the catalog.";
      yield { what: `${COST_LABELS.Service} in ${set.what}`, got, wanted, fix };
    }
  },
});
