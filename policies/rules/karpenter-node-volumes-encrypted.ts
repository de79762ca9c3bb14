import { NODE_CLASS } from "../read/kubernetes/karpenter.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const karpenterNodeVolumesEncrypted = resourceRule({
  id: "karpenter-node-volumes-encrypted",
  title: "Disks of Karpenter's nodes are encrypted.",
  severity: "high",
  remediation: "Set ebs.encrypted on each block device mapping.",
  controls: ["fsbp:EC2.3", "wa:security"],
  types: [NODE_CLASS],
  *check({ props }): Iterable<Finding> {
    const disks = props.spec?.blockDeviceMappings ?? [];
    const fix = "Set ebs.encrypted.";
    if (disks.length === 0) yield { what: "block device mappings", got: [], wanted: "disks, encrypted", fix };
    for (const { deviceName, ebs } of disks) {
      if (ebs?.encrypted === true) continue;
      yield { what: `encryption of ${deviceName}`, got: ebs?.encrypted, wanted: "true", fix };
    }
  },
});
