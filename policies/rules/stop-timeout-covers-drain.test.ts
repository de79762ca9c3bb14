import { editContainer, resource, taskWith } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { stopTimeoutCoversDrain } from "./stop-timeout-covers-drain.ts";

const drains = (wait: number, inFlight: number) => ({
  environment: [
    { name: "DRAIN_LB_WAIT_SECONDS", value: String(wait) },
    { name: "DRAIN_IN_FLIGHT_SECONDS", value: String(inFlight) },
  ],
});

/** One second short of what it says it needs, whichever task comes first. */
export const mutant: Mutant = (graph) =>
  editContainer(graph, (container) => {
    const seconds = (variable: string) =>
      Number(container.environment.find(({ name }: { name: string }) => name === variable).value);
    container.stopTimeout = seconds("DRAIN_LB_WAIT_SECONDS") + seconds("DRAIN_IN_FLIGHT_SECONDS") + 4;
  });

testRule(stopTimeoutCoversDrain, {
  config: { marginSeconds: 5, minSeconds: 30 },
  passes: {
    "just enough": taskWith({ stopTimeout: 65, ...drains(30, 30) }),
    "no drain times and ECS's default": taskWith({}),
    "no JSON, which AWS refuses": resource("aws:ecs/taskDefinition:TaskDefinition", { containerDefinitions: "?" }),
  },
  fails: {
    "a second short": [taskWith({ stopTimeout: 64, ...drains(30, 30) }), /at least 65 s/],
    "ECS's default under a longer drain": [taskWith(drains(30, 30)), /got {5}30/],
    "under the least": [taskWith({ stopTimeout: 10 }), /at least 30 s/],
  },
  unknown: resource("aws:ecs/taskDefinition:TaskDefinition", { containerDefinitions: UNKNOWN }),
  mutant,
});
