import { chartNameOf, RELEASE } from "../read/helm.ts";
import { type Finding, notApplicable, resourceRule } from "../rule.ts";
import { texts } from "../settings.ts";

export const helmCrdsApart = resourceRule({
  id: "helm-crds-apart",
  title: "A chart brings no CRDs from its crds folder: Helm installs those once and never upgrades them.",
  severity: "medium",
  remediation: "Set skipCrds, and make the types by resources or a release of their own.",
  controls: ["wa:reliability", "nsa:upgrading"],
  config: { exempt: texts([], "Charts whose types never change") },
  types: [RELEASE],
  check({ props }, { exempt }) {
    const chart = chartNameOf(props);
    // A chart of types alone has them as templates, which are upgraded.
    if (/-crds?$/.test(chart) || exempt.includes(chart)) return notApplicable("a chart of types alone");
    if (props.skipCrds === true) return [];
    const finding: Finding = {
      what: `skipCrds of chart ${chart}`,
      got: props.skipCrds,
      wanted: "true",
      fix: "Set it.",
    };
    return [finding];
  },
});
