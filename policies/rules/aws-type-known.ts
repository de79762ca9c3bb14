import { TAGGABLE_TYPES, UNTAGGABLE_TYPES } from "../facts.ts";
import { type StackFinding, stackRule } from "../rule.ts";

const known = new Set([...TAGGABLE_TYPES, ...UNTAGGABLE_TYPES]);

export const awsTypeKnown = stackRule({
  id: "aws-type-known",
  title: "Every AWS resource type is known to the pack, so no tag rule passes it by.",
  severity: "medium",
  remediation: "Run `npm run generate` after a provider upgrade; legacy type names need their current name.",
  controls: ["wa:cost"],
  *check(graph): Iterable<StackFinding> {
    for (const resource of graph.resources) {
      if (!resource.type.startsWith("aws:") || known.has(resource.type)) continue;
      const wanted = "a type of the provider the pack was generated from";
      yield {
        at: resource,
        what: "resource type",
        got: resource.type,
        wanted,
        fix: "Run `npm run generate` and commit.",
      };
    }
  },
});
