import { type Finding, resourceRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const replicasMaximum = resourceRule({
  id: "replicas-maximum",
  title: "A service starts with no more tasks than the stack allows.",
  severity: "medium",
  remediation: "Lower `replicas.min` in the catalog, or raise `maxTasks` in the stack's limits file.",
  controls: ["wa:cost"],
  config: { maxTasks: amount(6, "Most tasks a service starts with") },
  types: ["aws:ecs/service:Service"],
  *check({ props }, { maxTasks }): Iterable<Finding> {
    const got = props.desiredCount ?? 1;
    if (got <= maxTasks) return;
    yield {
      what: "tasks at start",
      got,
      wanted: `at most ${maxTasks}`,
      fix: "Lower replicas.min and let autoscaling add tasks.",
    };
  },
});
