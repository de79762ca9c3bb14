import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { eksCreatorNotAdmin } from "./eks-creator-not-admin.ts";

const CLUSTER = "aws:eks/cluster:Cluster";
const cluster = (bootstrapClusterCreatorAdminPermissions?: unknown) =>
  resource(CLUSTER, { accessConfig: { bootstrapClusterCreatorAdminPermissions } });

export const mutant: Mutant = (graph) =>
  edit(graph, CLUSTER, (props) => (props.accessConfig.bootstrapClusterCreatorAdminPermissions = true));

testRule(eksCreatorNotAdmin, {
  passes: { "named administrators": cluster(false) },
  fails: { "AWS's default": [cluster(), /got {5}nothing/], "by making it": [cluster(true), /got {5}true/] },
  unknown: cluster(UNKNOWN),
  mutant,
});
