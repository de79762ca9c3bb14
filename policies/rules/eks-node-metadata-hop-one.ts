import { EKS_NODE_GROUP } from "../read/eks.ts";
import { nodeTemplatesOf } from "../read/node-templates.ts";
import { type StackFinding, stackRule } from "../rule.ts";

export const eksNodeMetadataHopOne = stackRule({
  id: "eks-node-metadata-hop-one",
  title: "Metadata of managed nodes is one hop away: no pod reaches the node's role.",
  severity: "high",
  remediation: "Set metadataOptions.httpPutResponseHopLimit to 1; pods get their roles by Pod Identity.",
  controls: ["wa:security", "nsa:authentication"],
  needs: EKS_NODE_GROUP,
  *check(graph): Iterable<StackFinding> {
    for (const at of nodeTemplatesOf(graph)) {
      // EC2's default depends on the image.
      const got = at.props.metadataOptions?.httpPutResponseHopLimit;
      if (got === 1) continue;
      yield { at, what: "metadata hop limit", got, wanted: "1", fix: "Set metadataOptions.httpPutResponseHopLimit." };
    }
  },
});
