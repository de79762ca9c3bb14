import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { execOff } from "./exec-off.ts";

const SERVICE = "aws:ecs/service:Service";

export const mutant: Mutant = (graph) => edit(graph, SERVICE, (props) => (props.enableExecuteCommand = true));

testRule(execOff, {
  config: { allowed: false },
  passes: { off: resource(SERVICE, { enableExecuteCommand: false }), "not stated": resource(SERVICE, {}) },
  fails: { on: [resource(SERVICE, { enableExecuteCommand: true }), /ECS Exec/] },
  unknown: resource(SERVICE, { enableExecuteCommand: UNKNOWN }),
  mutant,
});
