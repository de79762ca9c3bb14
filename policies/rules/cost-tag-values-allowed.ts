import { TAGGABLE_TYPES } from "../facts.ts";
import { costTag } from "../read/tags.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { texts } from "../settings.ts";

export const costTagValuesAllowed = resourceRule({
  id: "cost-tag-values-allowed",
  title: "The Project, Environment and ManagedBy tags have values that cost reports know.",
  severity: "medium",
  remediation: "Correct the tag, or add the value to this rule's lists in the stack's limits file.",
  controls: ["wa:cost"],
  config: {
    projects: texts(["pyairtable"], "Values of Project"),
    environments: texts(["dev", "prod"], "Values of Environment"),
    managers: texts(["pulumi"], "Values of ManagedBy"),
  },
  types: TAGGABLE_TYPES,
  *check({ props }, { projects, environments, managers }): Iterable<Finding> {
    const lists = [
      ["Project", projects],
      ["Environment", environments],
      ["ManagedBy", managers],
    ] as const;
    for (const [key, allowed] of lists) {
      const got = costTag(props, key);
      if (got === undefined || allowed.includes(got)) continue;
      yield { what: `tag ${key}`, got, wanted: `one of ${allowed.join(", ")}`, fix: "Correct the tag's value." };
    }
  },
});
