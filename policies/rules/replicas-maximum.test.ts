import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { replicasMaximum } from "./replicas-maximum.ts";

const SERVICE = "aws:ecs/service:Service";

export const mutant: Mutant = (graph) => edit(graph, SERVICE, (props) => (props.desiredCount = 12));

testRule(replicasMaximum, {
  config: { maxTasks: 6 },
  passes: {
    "the limit itself": resource(SERVICE, { desiredCount: 6 }),
    "none stated, which means one": resource(SERVICE, {}),
  },
  fails: { "one more": [resource(SERVICE, { desiredCount: 7 }), /at most 6/] },
  unknown: resource(SERVICE, { desiredCount: UNKNOWN }),
  mutant,
});
