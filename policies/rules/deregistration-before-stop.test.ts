import { edit, resource, taskWith } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { deregistrationBeforeStop } from "./deregistration-before-stop.ts";

const GROUP = "aws:lb/targetGroup:TargetGroup";
const tags = { Service: "api-gateway" };
const stack = (deregistrationDelay?: number | string) => [
  taskWith({ stopTimeout: 90 }, { tags }),
  resource(GROUP, { deregistrationDelay, tags }),
];

export const mutant: Mutant = (graph) => edit(graph, GROUP, (props) => (props.deregistrationDelay = 300));

testRule(deregistrationBeforeStop, {
  passes: { "in time": stack(89), "a target group of no task": resource(GROUP, { tags: { Service: "other" } }) },
  fails: {
    "at the same moment": [stack(90), /api-gateway[\s\S]*below 90 s/],
    "AWS's default": [stack(), /got {5}300/],
  },
  unknown: stack(UNKNOWN),
  mutant,
});
