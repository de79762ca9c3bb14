import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { eksControlPlaneLogged } from "./eks-control-plane-logged.ts";

const CLUSTER = "aws:eks/cluster:Cluster";
const cluster = (enabledClusterLogTypes?: unknown) => resource(CLUSTER, { enabledClusterLogTypes });

export const mutant: Mutant = (graph) => edit(graph, CLUSTER, (props) => (props.enabledClusterLogTypes = ["api"]));

testRule(eksControlPlaneLogged, {
  config: { logs: ["api", "audit"] },
  passes: { both: cluster(["audit", "api"]), more: cluster(["api", "audit", "scheduler"]) },
  fails: {
    none: [cluster(), /\["api","audit"\]/],
    "no audit log": [cluster(["api"]), /logs missing\n {2}got {5}\["audit"\]/],
  },
  unknown: cluster(UNKNOWN),
  mutant,
});
