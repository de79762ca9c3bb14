import { COST_TAG_KEYS } from "@pyairtable/plan";
import { TAGGABLE_TYPES } from "../facts.ts";
import { costTag } from "../read/tags.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const costTagsPresent = resourceRule({
  id: "cost-tags-present",
  title: "Every taggable resource carries the six cost-allocation tags.",
  severity: "high",
  remediation: "Pass `tags` made by `costTags()` to the resource; components do it for their children.",
  controls: ["wa:cost", "fsbp:ECS.13"],
  types: TAGGABLE_TYPES,
  *check({ props }): Iterable<Finding> {
    const missing = COST_TAG_KEYS.filter((key) => costTag(props, key) === undefined);
    if (missing.length === 0) return;
    const wanted = `all of ${COST_TAG_KEYS.join(", ")}, none empty`;
    yield { what: "cost tags missing", got: missing, wanted, fix: "Set tags by costTags() of @pyairtable/plan." };
  },
});
