import { NODE_CLASS } from "../read/kubernetes/karpenter.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const karpenterNodeMetadataLocked = resourceRule({
  id: "karpenter-node-metadata-locked",
  title: "Metadata of Karpenter's nodes takes a token and is one hop away: no pod reaches the node's role.",
  severity: "high",
  remediation: "Set metadataOptions: httpTokens required, httpPutResponseHopLimit 1.",
  controls: ["fsbp:EC2.8", "nsa:authentication"],
  types: [NODE_CLASS],
  *check({ props }): Iterable<Finding> {
    // Karpenter's defaults are the same; said, they stay when a default changes.
    const { httpTokens, httpPutResponseHopLimit } = props.spec?.metadataOptions ?? {};
    const fix = "Set metadataOptions.";
    if (httpTokens !== "required") yield { what: "metadata tokens", got: httpTokens, wanted: "required", fix };
    if (httpPutResponseHopLimit !== 1)
      yield { what: "metadata hop limit", got: httpPutResponseHopLimit, wanted: "1", fix };
  },
});
