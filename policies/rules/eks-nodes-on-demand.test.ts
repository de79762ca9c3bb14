import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { eksNodesOnDemand } from "./eks-nodes-on-demand.ts";

const GROUP = "aws:eks/nodeGroup:NodeGroup";
const group = (capacityType?: string) => resource(GROUP, { capacityType });

export const mutant: Mutant = (graph) => edit(graph, GROUP, (props) => (props.capacityType = "SPOT"));

testRule(eksNodesOnDemand, {
  passes: { "on demand": group("ON_DEMAND"), "AWS's default": group() },
  fails: { Spot: [group("SPOT"), /capacity type\n {2}got {5}"SPOT"/] },
  unknown: group(UNKNOWN),
  mutant,
});
