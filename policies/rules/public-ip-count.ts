import { overCount } from "../read/count.ts";
import { stackRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const publicIpCount = stackRule({
  id: "public-ip-count",
  title: "The stack has no more Elastic IP addresses than it may.",
  severity: "medium",
  remediation:
    "Put what needs the address behind the load balancer or the NAT. Or raise `maxAddresses` in the stack's limits file.",
  controls: ["fsbp:EC2.9"],
  config: { maxAddresses: amount(2, "The stack has no more Elastic IP addresses than it may.") },
  check: (graph, { maxAddresses }) =>
    overCount(
      "Elastic IP addresses",
      graph.ofType("aws:ec2/eip:Eip").length,
      maxAddresses,
      "Put what needs the address behind the load balancer or the NAT.",
    ),
});
