import { EKS_ADD_ON } from "../read/eks.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const eksAddOnVersionPinned = resourceRule({
  id: "eks-add-on-version-pinned",
  title: "Managed add-ons are pinned to a version: an update changes what the change says.",
  severity: "medium",
  remediation: "Set addonVersion from the component's versions file.",
  controls: ["wa:reliability", "nsa:upgrading"],
  types: [EKS_ADD_ON],
  *check({ props }): Iterable<Finding> {
    const got = props.addonVersion;
    if (/^v\d+\.\d+\.\d+-eksbuild\.\d+$/.test(got ?? "")) return;
    const wanted = "a version, such as v1.21.1-eksbuild.1";
    yield { what: `version of ${props.addonName}`, got, wanted, fix: "Set addonVersion." };
  },
});
