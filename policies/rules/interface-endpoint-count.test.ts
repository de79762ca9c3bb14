import { add } from "../testing/add.ts";
import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { interfaceEndpointCount } from "./interface-endpoint-count.ts";

const TYPE = "aws:ec2/vpcEndpoint:VpcEndpoint";
const some = (count: number) =>
  Array.from({ length: count }, (_, index) => resource(TYPE, { vpcEndpointType: "Interface" }, { name: `n${index}` }));

export const mutant: Mutant = (graph) =>
  add(graph, TYPE, { vpcEndpointType: "Interface", serviceName: "com.amazonaws.us-east-1.logs" }, "endpoint", 3);

testRule(interfaceEndpointCount, {
  config: { maxEndpoints: 2 },
  passes: { none: [], "the limit itself": some(2), "other types": resource("aws:ec2/route:Route", {}) },
  fails: { "one more": [some(3), /got {5}3\n {2}wanted {2}at most 2/] },
  unknownIs: { fine: resource(TYPE, { tags: UNKNOWN, ...{ vpcEndpointType: "Interface" } }) },
  mutant,
});
