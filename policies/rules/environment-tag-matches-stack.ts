import { TAGGABLE_TYPES } from "../facts.ts";
import { costTag } from "../read/tags.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { parseUrn } from "../urn.ts";

export const environmentTagMatchesStack = resourceRule({
  id: "environment-tag-matches-stack",
  title: "The Environment tag is the name of the stack.",
  severity: "high",
  remediation: "Make the tags from the plan of this stack, not from another's.",
  controls: ["wa:cost"],
  types: TAGGABLE_TYPES,
  *check({ props, urn }): Iterable<Finding> {
    const got = costTag(props, "Environment");
    const { stack } = parseUrn(urn);
    if (got === undefined || got === stack) return;
    yield {
      what: "tag Environment",
      got,
      wanted: `${stack}, the stack's name`,
      fix: "Take the tags of this stack's plan.",
    };
  },
});
