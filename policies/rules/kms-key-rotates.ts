import { type Finding, notApplicable, resourceRule } from "../rule.ts";

export const kmsKeyRotates = resourceRule({
  id: "kms-key-rotates",
  title: "Symmetric KMS keys rotate every year.",
  severity: "medium",
  remediation: "Set `enableKeyRotation: true`.",
  controls: ["fsbp:KMS.4"],
  types: ["aws:kms/key:Key"],
  check({ props }) {
    const spec = props.customerMasterKeySpec ?? "SYMMETRIC_DEFAULT";
    if (spec !== "SYMMETRIC_DEFAULT") return notApplicable("asymmetric keys cannot rotate");
    if (props.enableKeyRotation === true) return [];
    const finding: Finding = {
      what: "key rotation",
      got: props.enableKeyRotation,
      wanted: "true",
      fix: "Set enableKeyRotation.",
    };
    return [finding];
  },
});
