import { chartNameOf, RELEASE } from "../read/helm.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const helmReleaseVersionPinned = resourceRule({
  id: "helm-release-version-pinned",
  title: "Charts are pinned to one exact version.",
  severity: "high",
  remediation: "Set version from the add-on's versions file: no range, no empty value.",
  controls: ["wa:reliability", "nsa:upgrading"],
  types: [RELEASE],
  *check({ props }): Iterable<Finding> {
    const got = props.version;
    if (/^v?\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(got ?? "")) return;
    const fix = "Set an exact version.";
    yield { what: `version of chart ${chartNameOf(props)}`, got, wanted: "an exact version, such as 1.6.0", fix };
  },
});
