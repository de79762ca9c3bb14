import { stackRule } from "../rule.ts";
import { texts } from "../settings.ts";

export const gatewayEndpointsExist = stackRule({
  id: "gateway-endpoints-exist",
  title: "S3 and DynamoDB are reached by the free gateway endpoints, not through a NAT that bills each gigabyte.",
  severity: "medium",
  remediation: "Add a gateway VpcEndpoint for each; they cost nothing.",
  controls: ["wa:cost", "fsbp:EC2.10"],
  config: { services: texts(["dynamodb", "s3"], "Services with a gateway endpoint") },
  check(graph, { services }) {
    if (graph.ofType("aws:ec2/vpc:Vpc").length === 0) return [];
    const gateways = graph
      .ofType("aws:ec2/vpcEndpoint:VpcEndpoint")
      .filter(({ props }) => (props.vpcEndpointType ?? "Gateway") === "Gateway")
      .map(({ props }) => props.serviceName?.split(".").at(-1));
    const missing = services.filter((service) => !gateways.includes(service));
    if (missing.length === 0) return [];
    return [
      {
        what: "gateway endpoints missing",
        got: missing,
        wanted: services.join(", "),
        fix: "Add gateway VpcEndpoints.",
      },
    ];
  },
});
