import { containersOf, secondsOf } from "../read/containers.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const stopTimeoutCoversDrain = resourceRule({
  id: "stop-timeout-covers-drain",
  title: "The stop timeout leaves time for the balancer's wait, work in flight and a margin.",
  severity: "high",
  remediation: "Set stopTimeout to DRAIN_LB_WAIT_SECONDS + DRAIN_IN_FLIGHT_SECONDS + the margin, or more.",
  controls: ["wa:reliability"],
  config: {
    marginSeconds: amount(5, "Seconds between the end of draining and the kill"),
    minSeconds: amount(30, "Least stopTimeout of a container that states no drain times"),
  },
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  *check({ props }, { marginSeconds, minSeconds }): Iterable<Finding> {
    for (const container of containersOf(props)) {
      const wait = secondsOf(container, "DRAIN_LB_WAIT_SECONDS");
      const inFlight = secondsOf(container, "DRAIN_IN_FLIGHT_SECONDS");
      const needed = wait === undefined || inFlight === undefined ? minSeconds : wait + inFlight + marginSeconds;
      // ECS's default.
      const got = container.stopTimeout ?? 30;
      if (got >= needed) continue;
      yield {
        what: `stopTimeout of ${container.name}`,
        got,
        wanted: `at least ${needed} s`,
        fix: "Raise stopTimeout.",
      };
    }
  },
});
