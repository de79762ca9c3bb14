import { type Finding, notApplicable, resourceRule } from "../rule.ts";

export const albDropsInvalidHeaders = resourceRule({
  id: "alb-drops-invalid-headers",
  title: "The load balancer drops headers that are not valid: no request smuggling.",
  severity: "medium",
  remediation: "Set `dropInvalidHeaderFields: true`.",
  controls: ["fsbp:ELB.4"],
  types: ["aws:lb/loadBalancer:LoadBalancer"],
  check({ props }) {
    if ((props.loadBalancerType ?? "application") !== "application")
      return notApplicable("no application load balancer");
    const got = props.dropInvalidHeaderFields;
    if (got === true) return [];
    const finding: Finding = { what: "dropInvalidHeaderFields", got, wanted: "true", fix: "Turn it on." };
    return [finding];
  },
});
