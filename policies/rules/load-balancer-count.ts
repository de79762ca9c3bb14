import { overCount } from "../read/count.ts";
import { stackRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const loadBalancerCount = stackRule({
  id: "load-balancer-count",
  title: "The stack has no more load balancers than it may.",
  severity: "medium",
  remediation:
    "Route by listener rules of the one load balancer. Or raise `maxLoadBalancers` in the stack's limits file.",
  controls: ["wa:cost"],
  config: { maxLoadBalancers: amount(1, "The stack has no more load balancers than it may.") },
  check: (graph, { maxLoadBalancers }) =>
    overCount(
      "load balancers",
      graph.ofType("aws:lb/loadBalancer:LoadBalancer").length,
      maxLoadBalancers,
      "Route by listener rules of the one load balancer.",
    ),
});
