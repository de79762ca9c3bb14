import { STOP_TIMEOUT_SECONDS_MAX } from "@pyairtable/aws-facts";
import { containersOf } from "../read/containers.ts";
import { type Finding, resourceRule } from "../rule.ts";

export const stopTimeoutWithinFargate = resourceRule({
  id: "stop-timeout-within-fargate",
  title: "The stop timeout is no longer than Fargate, and a Spot warning, give.",
  severity: "medium",
  remediation: "Set 120 seconds at most, and drain faster.",
  controls: ["wa:reliability"],
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  *check({ props }): Iterable<Finding> {
    for (const { name, stopTimeout } of containersOf(props)) {
      if (stopTimeout === undefined || stopTimeout <= STOP_TIMEOUT_SECONDS_MAX) continue;
      const wanted = `at most ${STOP_TIMEOUT_SECONDS_MAX} s`;
      yield { what: `stopTimeout of ${name}`, got: stopTimeout, wanted, fix: "Lower stopTimeout." };
    }
  },
});
