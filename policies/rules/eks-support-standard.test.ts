import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { eksSupportStandard } from "./eks-support-standard.ts";

const CLUSTER = "aws:eks/cluster:Cluster";
const cluster = (supportType: string) => resource(CLUSTER, { upgradePolicy: { supportType } });

export const mutant: Mutant = (graph) => edit(graph, CLUSTER, (props) => delete props.upgradePolicy);

testRule(eksSupportStandard, {
  passes: { standard: cluster("STANDARD") },
  fails: { "AWS's default": [resource(CLUSTER, {}), /got {5}nothing/], extended: [cluster("EXTENDED"), /"EXTENDED"/] },
  unknown: cluster(UNKNOWN),
  mutant,
});
