import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { tagsReachTasks } from "./tags-reach-tasks.ts";

const SERVICE = "aws:ecs/service:Service";

export const mutant: Mutant = (graph) => edit(graph, SERVICE, (props) => (props.propagateTags = "TASK_DEFINITION"));

testRule(tagsReachTasks, {
  passes: { propagated: resource(SERVICE, { propagateTags: "SERVICE", enableEcsManagedTags: true }) },
  fails: {
    "from the task definition, whose tags may lag": [
      resource(SERVICE, { propagateTags: "TASK_DEFINITION", enableEcsManagedTags: true }),
      /propagateTags/,
    ],
    "no managed tags": [resource(SERVICE, { propagateTags: "SERVICE" }), /enableEcsManagedTags/],
  },
  unknown: resource(SERVICE, { propagateTags: UNKNOWN }),
  mutant,
});
