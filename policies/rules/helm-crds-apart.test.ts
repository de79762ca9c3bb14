import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { release } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { helmCrdsApart } from "./helm-crds-apart.ts";

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    "kubernetes:helm.sh/v3:Release",
    (props) => (props.skipCrds = false),
    ({ props }) => props.skipCrds === true && !props.chart.endsWith("-crds"),
  );

testRule(helmCrdsApart, {
  config: { exempt: ["tiny"] },
  passes: {
    apart: release({ skipCrds: true }),
    "the types' own release": release({ chart: "oci://public.ecr.aws/karpenter/karpenter-crd" }),
    exempt: release({ chart: "tiny" }),
  },
  fails: { "Helm's default": [release({}), /skipCrds of chart karpenter\n {2}got {5}nothing/] },
  unknown: release({ skipCrds: UNKNOWN }),
  mutant,
});
