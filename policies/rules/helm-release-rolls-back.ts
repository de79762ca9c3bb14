import { chartNameOf, RELEASE } from "../read/helm.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const helmReleaseRollsBack = resourceRule({
  id: "helm-release-rolls-back",
  title: "A release that fails half-way is taken back whole.",
  severity: "medium",
  remediation: "Set atomic; do not set skipAwait beside it.",
  controls: ["wa:reliability"],
  types: [RELEASE],
  *check({ props }): Iterable<Finding> {
    const chart = chartNameOf(props);
    if (props.atomic !== true)
      yield { what: `atomic of chart ${chart}`, got: props.atomic, wanted: "true", fix: "Set it." };
    if (props.skipAwait === true)
      yield { what: `skipAwait of chart ${chart}`, got: true, wanted: "false", fix: "Remove skipAwait." };
  },
});
