import { type Finding, resourceRule } from "../rule.ts";
import { flag } from "../settings.ts";

export const albDeletionProtected = resourceRule({
  id: "alb-deletion-protected",
  title: "The load balancer can't be deleted by accident.",
  severity: "medium",
  remediation: "Set `edge.deletionProtection: true` in the stack's config.",
  controls: ["fsbp:ELB.6"],
  config: { required: flag(true, "Whether load balancers must be protected") },
  types: ["aws:lb/loadBalancer:LoadBalancer"],
  *check({ props }, { required }): Iterable<Finding> {
    const got = props.enableDeletionProtection;
    if (!required || got === true) return;
    yield { what: "deletion protection", got, wanted: "true", fix: "Set edge.deletionProtection." };
  },
});
