import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { eksDeletionProtected } from "./eks-deletion-protected.ts";

const CLUSTER = "aws:eks/cluster:Cluster";
const cluster = (deletionProtection?: unknown) => resource(CLUSTER, { deletionProtection });

export const mutant: Mutant = (graph) => edit(graph, CLUSTER, (props) => (props.deletionProtection = false));

testRule(eksDeletionProtected, {
  passes: { protected: cluster(true) },
  fails: { "AWS's default": [cluster(), /got {5}nothing/], open: [cluster(false), /got {5}false/] },
  unknown: cluster(UNKNOWN),
  mutant,
});
