import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { tasksWithoutPublicIp } from "./tasks-without-public-ip.ts";

const SERVICE = "aws:ecs/service:Service";

export const mutant: Mutant = (graph) =>
  edit(graph, SERVICE, (props) => (props.networkConfiguration.assignPublicIp = true));

testRule(tasksWithoutPublicIp, {
  passes: {
    private: resource(SERVICE, { networkConfiguration: { assignPublicIp: false } }),
    "no network of its own": resource(SERVICE, {}),
  },
  fails: { public: [resource(SERVICE, { networkConfiguration: { assignPublicIp: true } }), /public address of tasks/] },
  unknown: resource(SERVICE, { networkConfiguration: { assignPublicIp: UNKNOWN } }),
  mutant,
});
