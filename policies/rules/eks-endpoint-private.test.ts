import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { eksEndpointPrivate } from "./eks-endpoint-private.ts";

const CLUSTER = "aws:eks/cluster:Cluster";
const cluster = (vpcConfig: object) => resource(CLUSTER, { vpcConfig });

export const mutant: Mutant = (graph) =>
  edit(graph, CLUSTER, (props) => (props.vpcConfig.endpointPrivateAccess = false));

testRule(eksEndpointPrivate, {
  passes: { private: cluster({ endpointPrivateAccess: true }) },
  fails: { "AWS's default": [cluster({}), /endpointPrivateAccess\n {2}got {5}nothing/] },
  unknown: cluster({ endpointPrivateAccess: UNKNOWN }),
  mutant,
});
