import { type Finding, resourceRule } from "../rule.ts";
import { flag } from "../settings.ts";

export const albAccessLogged = resourceRule({
  id: "alb-access-logged",
  title: "The load balancer writes access logs.",
  severity: "medium",
  remediation: "Enable `edge.accessLogs` in the stack's config.",
  controls: ["fsbp:ELB.5"],
  config: { required: flag(true, "Whether load balancers must write access logs") },
  types: ["aws:lb/loadBalancer:LoadBalancer"],
  *check({ props }, { required }): Iterable<Finding> {
    if (!required || props.accessLogs?.enabled === true) return;
    yield { what: "access logs", got: props.accessLogs?.enabled, wanted: "enabled", fix: "Enable edge.accessLogs." };
  },
});
