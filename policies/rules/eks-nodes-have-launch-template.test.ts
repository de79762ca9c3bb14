import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { eksNodesHaveLaunchTemplate } from "./eks-nodes-have-launch-template.ts";

const GROUP = "aws:eks/nodeGroup:NodeGroup";
const group = (props: object) => resource(GROUP, { ...props });

export const mutant: Mutant = (graph) => edit(graph, GROUP, (props) => delete props.launchTemplate);

testRule(eksNodesHaveLaunchTemplate, {
  passes: { "with one": group({ launchTemplate: { id: UNKNOWN, version: UNKNOWN } }) },
  fails: { without: [group({}), /launch template\n {2}got {5}nothing/] },
  unknown: group({ launchTemplate: UNKNOWN }),
  mutant,
});
