import { EKS_NODE_GROUP } from "../read/eks.ts";
import { nodeTemplatesOf } from "../read/node-templates.ts";
import { type StackFinding, stackRule } from "../rule.ts";

export const eksNodeVolumesEncrypted = stackRule({
  id: "eks-node-volumes-encrypted",
  title: "Disks of managed nodes are encrypted.",
  severity: "high",
  remediation: "Set ebs.encrypted on each block device mapping, the image's own devices included.",
  controls: ["fsbp:EC2.3", "wa:security"],
  needs: EKS_NODE_GROUP,
  *check(graph): Iterable<StackFinding> {
    for (const at of nodeTemplatesOf(graph)) {
      const disks = at.props.blockDeviceMappings ?? [];
      const fix = "Set ebs.encrypted.";
      if (disks.length === 0)
        yield { at, what: "block device mappings", got: [], wanted: "the image's disks, encrypted", fix };
      for (const { deviceName, ebs } of disks) {
        const got = ebs?.encrypted;
        if (String(got) !== "true") yield { at, what: `encryption of ${deviceName}`, got, wanted: "true", fix };
      }
    }
  },
});
