import { COST_CENTERS, TAGGABLE_TYPES } from "../facts.ts";
import { costTag } from "../read/tags.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { texts } from "../settings.ts";

export const costCenterInCatalog = resourceRule({
  id: "cost-center-in-catalog",
  title: "The CostCenter tag is one that the catalog or the platform is charged to.",
  severity: "high",
  remediation: "Correct the cost centre, or add it to `sharedCostCenters` in the stack's limits file.",
  controls: ["wa:cost"],
  config: { sharedCostCenters: texts([], "Cost centres of what all services share") },
  types: TAGGABLE_TYPES,
  *check({ props }, { sharedCostCenters }): Iterable<Finding> {
    const got = costTag(props, "CostCenter");
    if (got === undefined || COST_CENTERS.has(got) || sharedCostCenters.includes(got)) return;
    const wanted = [...COST_CENTERS, ...sharedCostCenters].sort().join(", ");
    yield {
      what: "tag CostCenter",
      got,
      wanted: `one of ${wanted}`,
      fix: "Take the cost centre of the service's catalog entry.",
    };
  },
});
