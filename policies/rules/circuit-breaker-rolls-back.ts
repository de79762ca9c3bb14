import { type Finding, resourceRule } from "../rule.ts";

export const circuitBreakerRollsBack = resourceRule({
  id: "circuit-breaker-rolls-back",
  title: "A failing deployment stops and goes back to the version before.",
  severity: "high",
  remediation: "Set `deploymentCircuitBreaker: { enable: true, rollback: true }`.",
  controls: ["wa:reliability"],
  types: ["aws:ecs/service:Service"],
  *check({ props }): Iterable<Finding> {
    const breaker = props.deploymentCircuitBreaker;
    if (breaker?.enable === true && breaker.rollback) return;
    yield {
      what: "deployment circuit breaker",
      got: breaker,
      wanted: "enable and rollback, both true",
      fix: "Turn both on.",
    };
  },
});
