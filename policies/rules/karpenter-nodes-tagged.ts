import { COST_TAG_KEYS } from "@pyairtable/plan";
import { NODE_CLASS } from "../read/kubernetes/karpenter.ts";
import { costTag } from "../read/tags.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const karpenterNodesTagged = resourceRule({
  id: "karpenter-nodes-tagged",
  title: "Karpenter's nodes carry the six cost-allocation tags: the provider's own tags never reach them.",
  severity: "high",
  remediation: "Set spec.tags of the node class by `costTags()`.",
  controls: ["wa:cost"],
  types: [NODE_CLASS],
  *check({ props }): Iterable<Finding> {
    const missing = COST_TAG_KEYS.filter((key) => costTag(props.spec ?? {}, key) === undefined);
    if (missing.length === 0) return;
    yield { what: "cost tags missing", got: missing, wanted: "all six, none empty", fix: "Set spec.tags." };
  },
});
