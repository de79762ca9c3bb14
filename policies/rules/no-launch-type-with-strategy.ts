import { type Finding, resourceRule } from "../rule.ts";

export const noLaunchTypeWithStrategy = resourceRule({
  id: "no-launch-type-with-strategy",
  title:
    "A service has a capacity provider strategy and no launch type: AWS refuses both, and a launch type never uses Spot.",
  severity: "medium",
  remediation: "Remove `launchType`; put all tasks on FARGATE by the strategy instead.",
  controls: ["wa:reliability"],
  types: ["aws:ecs/service:Service"],
  *check({ props }): Iterable<Finding> {
    if (props.launchType === undefined) return;
    const fix = "Remove launchType and state capacityProviderStrategies.";
    yield { what: "launch type", got: props.launchType, wanted: "none; a capacity provider strategy", fix };
  },
});
