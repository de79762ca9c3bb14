import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { noLaunchTypeWithStrategy } from "./no-launch-type-with-strategy.ts";

const SERVICE = "aws:ecs/service:Service";

export const mutant: Mutant = (graph) => edit(graph, SERVICE, (props) => (props.launchType = "FARGATE"));

testRule(noLaunchTypeWithStrategy, {
  passes: { "a strategy": resource(SERVICE, { capacityProviderStrategies: [] }) },
  fails: { "a launch type": [resource(SERVICE, { launchType: "FARGATE" }), /launch type/] },
  unknown: resource(SERVICE, { launchType: UNKNOWN }),
  mutant,
});
