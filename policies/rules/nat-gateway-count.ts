import { overCount } from "../read/count.ts";
import { stackRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const natGatewayCount = stackRule({
  id: "nat-gateway-count",
  title: "The stack has no more NAT gateways than it may.",
  severity: "medium",
  remediation: "Use one NAT, an instance, or endpoints. Or raise `maxNatGateways` in the stack's limits file.",
  controls: ["wa:cost"],
  config: { maxNatGateways: amount(1, "The stack has no more NAT gateways than it may.") },
  check: (graph, { maxNatGateways }) =>
    overCount(
      "NAT gateways",
      graph.ofType("aws:ec2/natGateway:NatGateway").length,
      maxNatGateways,
      "Use one NAT, an instance, or endpoints.",
    ),
});
