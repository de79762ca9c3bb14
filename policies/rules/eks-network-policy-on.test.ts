import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { eksNetworkPolicyOn } from "./eks-network-policy-on.ts";

const ADD_ON = "aws:eks/addon:Addon";
const cluster = resource("aws:eks/cluster:Cluster", {});
const plugin = (configurationValues?: string) => [
  cluster,
  resource(ADD_ON, { addonName: "vpc-cni", configurationValues }),
];

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    ADD_ON,
    (props) => delete props.configurationValues,
    ({ props }) => props.addonName === "vpc-cni",
  );

testRule(eksNetworkPolicyOn, {
  passes: { on: plugin('{"enableNetworkPolicy":"true"}'), "on, as a boolean": plugin('{"enableNetworkPolicy":true}') },
  fails: {
    "no add-on": [cluster, /enableNetworkPolicy of vpc-cni\n {2}got {5}nothing/],
    "no values": [plugin(), /got {5}nothing/],
    off: [plugin('{"enableNetworkPolicy":"false"}'), /false/],
    "no JSON": [plugin("enableNetworkPolicy: true"), /wanted {2}true/],
  },
  unknown: plugin(UNKNOWN),
  mutant,
});
