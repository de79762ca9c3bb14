import { remove, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { gatewayEndpointsExist } from "./gateway-endpoints-exist.ts";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const vpc = resource("aws:ec2/vpc:Vpc", {});
const endpoint = (service: string, vpcEndpointType?: string) =>
  resource(ENDPOINT, { serviceName: `com.amazonaws.us-east-1.${service}`, vpcEndpointType });

export const mutant: Mutant = (graph) =>
  remove(graph, ({ type, props }) => type === ENDPOINT && props.serviceName.endsWith(".s3"));

testRule(gatewayEndpointsExist, {
  config: { services: ["dynamodb", "s3"] },
  passes: { both: [vpc, endpoint("s3", "Gateway"), endpoint("dynamodb")], "no VPC": [] },
  fails: {
    "one missing": [[vpc, endpoint("s3")], /\["dynamodb"\]/],
    "an interface, which costs": [[vpc, endpoint("s3", "Interface"), endpoint("dynamodb")], /\["s3"\]/],
  },
  unknown: [vpc, resource(ENDPOINT, { vpcEndpointType: UNKNOWN })],
  mutant,
});
