import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { zonesInUse } from "./zones-in-use.ts";

const SUBNET = "aws:ec2/subnet:Subnet";
const subnets = (...zones: string[]) => [
  resource("aws:ec2/vpc:Vpc", {}),
  ...zones.map((availabilityZone) => resource(SUBNET, { availabilityZone })),
];

export const mutant: Mutant = (graph) => {
  for (const { type, props, inputs = props } of graph) {
    if (type !== SUBNET) continue;
    for (const seen of [props, inputs]) seen.availabilityZone = seen.availabilityZone.replace(/c$/, "b");
  }
};

testRule(zonesInUse, {
  config: { minZones: 3 },
  passes: { "three zones": subnets("a", "b", "c", "a"), "a stack without a VPC": [] },
  fails: {
    "two zones": [subnets("a", "b", "b"), /\["a","b"\]\n {2}wanted {2}at least 3/],
    "no subnet": [subnets(), /at least 3/],
  },
  unknown: subnets(UNKNOWN),
  mutant,
});
