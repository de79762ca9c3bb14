import { NODE_CLASS } from "../read/kubernetes/karpenter.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const karpenterNodeImagePinned = resourceRule({
  id: "karpenter-node-image-pinned",
  title:
    "Nodes start from a pinned image: a new one is a change that somebody makes, not a drift that replaces all nodes.",
  severity: "medium",
  remediation: "Name a version in the alias, such as bottlerocket@v1.51.0, or an image's id.",
  controls: ["wa:reliability", "nsa:upgrading"],
  types: [NODE_CLASS],
  *check({ props }): Iterable<Finding> {
    for (const term of props.spec?.amiSelectorTerms ?? []) {
      const got = term.alias ?? term.id;
      if (term.id !== undefined || /^[\w-]+@v?\d[\w.-]*$/.test(term.alias ?? "")) continue;
      yield { what: "node image", got, wanted: "an alias with a version, or an id", fix: "Pin the image." };
    }
  },
});
