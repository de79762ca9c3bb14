import { NODE_CLASS } from "../read/kubernetes/karpenter.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const karpenterNodesPrivate = resourceRule({
  id: "karpenter-nodes-private",
  title: "Karpenter's nodes have no public address, whatever their subnet says.",
  severity: "high",
  remediation: "Set associatePublicIPAddress to false.",
  controls: ["fsbp:EC2.9", "cis-eks:5.4.3", "wa:security"],
  types: [NODE_CLASS],
  *check({ props }): Iterable<Finding> {
    const got = props.spec?.associatePublicIPAddress;
    if (got === false) return;
    yield { what: "associatePublicIPAddress", got, wanted: "false", fix: "Set it to false." };
  },
});
