import { type Finding, resourceRule } from "../rule.ts";

export const azRebalancingOn = resourceRule({
  id: "az-rebalancing-on",
  title: "ECS spreads tasks over the zones again after a zone came back.",
  severity: "medium",
  remediation: 'Set `availabilityZoneRebalancing: "ENABLED"`.',
  controls: ["wa:reliability"],
  types: ["aws:ecs/service:Service"],
  *check({ props }): Iterable<Finding> {
    const got = props.availabilityZoneRebalancing;
    // ECS refuses it for a service that never has a task more than its count.
    if (got === "ENABLED" || (props.deploymentMaximumPercent ?? 200) <= 100) return;
    yield { what: "zone rebalancing", got, wanted: "ENABLED", fix: "Set availabilityZoneRebalancing." };
  },
});
