import { catalogService, TAGGABLE_TYPES } from "../facts.ts";
import { costTag } from "../read/tags.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const ownerTagsMatchCatalog = resourceRule({
  id: "owner-tags-match-catalog",
  title: "Owner and CostCenter of a service's resources are those of its catalog entry.",
  severity: "medium",
  remediation: "Take the tags from the plan; change owner or cost centre in the catalog only.",
  controls: ["wa:cost"],
  types: TAGGABLE_TYPES,
  *check({ props }): Iterable<Finding> {
    const entry = catalogService(costTag(props, "Service") ?? "");
    if (entry === undefined) return;
    for (const [key, wanted] of [
      ["Owner", entry.owner],
      ["CostCenter", entry.costCenter],
    ] as const) {
      const got = costTag(props, key);
      if (got === undefined || got === wanted) continue;
      yield {
        what: `tag ${key}`,
        got,
        wanted: `${wanted}, as the catalog says`,
        fix: "Take the tags of the service's plan.",
      };
    }
  },
});
