import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { eksEndpointClosed } from "./eks-endpoint-closed.ts";

const CLUSTER = "aws:eks/cluster:Cluster";
const cluster = (vpcConfig: object) => resource(CLUSTER, { vpcConfig });
const open = (...publicAccessCidrs: string[]) => cluster({ endpointPublicAccess: true, publicAccessCidrs });

export const mutant: Mutant = (graph) =>
  edit(graph, CLUSTER, (props) => {
    props.vpcConfig.endpointPublicAccess = true;
    props.vpcConfig.publicAccessCidrs = ["0.0.0.0/0"];
  });

testRule(eksEndpointClosed, {
  config: { allowed: true },
  passes: { closed: cluster({ endpointPublicAccess: false }), "open to the office": open("203.0.113.0/24") },
  fails: {
    "AWS's default": [cluster({}), /publicAccessCidrs\n {2}got {5}\["0.0.0.0\/0"\]/],
    "one block too many": [open("203.0.113.0/24", "0.0.0.0/0"), /named addresses/],
  },
  unknown: cluster({ endpointPublicAccess: UNKNOWN }),
  mutant,
});
