import { overCount } from "../read/count.ts";
import { stackRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const interfaceEndpointCount = stackRule({
  id: "interface-endpoint-count",
  title: "The stack has no more interface endpoints than it may; each costs 7.30 USD a month and zone.",
  severity: "medium",
  remediation: "Remove endpoints whose traffic costs less through the NAT, or raise `maxEndpoints`.",
  controls: ["wa:cost"],
  config: { maxEndpoints: amount(2, "Interface endpoints of the stack") },
  check(graph, { maxEndpoints }) {
    const all = graph
      .ofType("aws:ec2/vpcEndpoint:VpcEndpoint")
      .filter(({ props }) => props.vpcEndpointType === "Interface");
    return overCount(
      "interface endpoints",
      all.length,
      maxEndpoints,
      "Remove endpoints that cost more than the NAT traffic they save.",
    );
  },
});
