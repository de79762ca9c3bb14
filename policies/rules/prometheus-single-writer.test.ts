import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { COMPONENT, watchService, watchTasks } from "../testing/fixture-monitoring.ts";
import { testRule } from "../testing/test-rule.ts";
import { prometheusSingleWriter } from "./prometheus-single-writer.ts";

const [metrics] = watchTasks() as [ReturnType<typeof resource>];
const component = resource(COMPONENT, {});
const stack = (props: Record<string, unknown>) => [component, metrics, watchService(props, metrics)];
const alone = { deploymentMaximumPercent: 100, deploymentMinimumHealthyPercent: 0 };
/** What other rules ask of any service. */
const decent = {
  capacityProviderStrategies: [{ capacityProvider: "FARGATE", base: 0, weight: 1 }],
  deploymentCircuitBreaker: { enable: true, rollback: true },
  availabilityZoneRebalancing: "ENABLED",
  propagateTags: "SERVICE",
  enableEcsManagedTags: true,
  networkConfiguration: { assignPublicIp: false, subnets: [] },
  alarms: { enable: true, rollback: true, alarmNames: ["x"] },
  desiredCount: 0,
};

export const mutant: Mutant = (graph) => {
  const [task] = watchTasks() as [ReturnType<typeof resource>];
  graph.push(
    resource(COMPONENT, {}, { name: "watch" }),
    task,
    watchService({ ...decent, deploymentMaximumPercent: 200 }, task),
  );
};

testRule(prometheusSingleWriter, {
  passes: {
    "stop, then start": stack(alone),
    "another service": [component, resource("aws:ecs/service:Service", { name: "x", desiredCount: 4 })],
  },
  fails: {
    "start, then stop": [stack({ deploymentMaximumPercent: 200 }), /"deploymentMaximumPercent":200|200/],
    "AWS's default": [stack({}), /200/],
    two: [stack({ ...alone, desiredCount: 2 }), /2/],
  },
  unknown: stack({ ...alone, desiredCount: UNKNOWN }),
  mutant,
});
