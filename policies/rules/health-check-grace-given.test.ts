import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { healthCheckGraceGiven } from "./health-check-grace-given.ts";

const SERVICE = "aws:ecs/service:Service";
const balanced = (healthCheckGracePeriodSeconds?: number | string) =>
  resource(SERVICE, { loadBalancers: [{ containerName: "a", containerPort: 80 }], healthCheckGracePeriodSeconds });

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    SERVICE,
    (props) => (props.healthCheckGracePeriodSeconds = 0),
    ({ props }) => props.loadBalancers?.length > 0,
  );

testRule(healthCheckGraceGiven, {
  config: { minSeconds: 10 },
  passes: { enough: balanced(10), "no load balancer": resource(SERVICE, {}) },
  fails: { none: [balanced(), /got {5}0[\s\S]*at least 10 s/], "too little": [balanced(9), /got {5}9/] },
  unknown: balanced(UNKNOWN),
  mutant,
});
