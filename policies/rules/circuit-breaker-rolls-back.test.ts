import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { circuitBreakerRollsBack } from "./circuit-breaker-rolls-back.ts";

const SERVICE = "aws:ecs/service:Service";

export const mutant: Mutant = (graph) =>
  edit(graph, SERVICE, (props) => (props.deploymentCircuitBreaker.rollback = false));

testRule(circuitBreakerRollsBack, {
  passes: { "both on": resource(SERVICE, { deploymentCircuitBreaker: { enable: true, rollback: true } }) },
  fails: {
    "no rollback": [resource(SERVICE, { deploymentCircuitBreaker: { enable: true, rollback: false } }), /both true/],
    "no breaker": [resource(SERVICE, {}), /nothing/],
  },
  unknown: resource(SERVICE, { deploymentCircuitBreaker: { enable: UNKNOWN, rollback: true } }),
  mutant,
});
