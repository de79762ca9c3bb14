import { type Finding, notApplicable, resourceRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const healthCheckGraceGiven = resourceRule({
  id: "health-check-grace-given",
  title: "A service behind the load balancer has time to start before failing checks count.",
  severity: "medium",
  remediation:
    "Set `healthCheckGracePeriodSeconds` to the start-up time or more; without it each deployment rolls back.",
  controls: ["wa:reliability"],
  config: { minSeconds: amount(10, "Least grace period, seconds") },
  types: ["aws:ecs/service:Service"],
  check({ props }, { minSeconds }) {
    if ((props.loadBalancers ?? []).length === 0) return notApplicable("no load balancer");
    const got = props.healthCheckGracePeriodSeconds ?? 0;
    if (got >= minSeconds) return [];
    const finding: Finding = {
      what: "health check grace period",
      got,
      wanted: `at least ${minSeconds} s`,
      fix: "Raise it.",
    };
    return [finding];
  },
});
