import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { defaultSecurityGroupLocked } from "./default-security-group-locked.ts";

const GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
const vpc = resource("aws:ec2/vpc:Vpc", {});

export const mutant: Mutant = (graph) =>
  edit(graph, GROUP, (props) => (props.ingress = [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }]));

testRule(defaultSecurityGroupLocked, {
  passes: { locked: [vpc, resource(GROUP, {})], "no VPC": [] },
  fails: {
    "not adopted": [vpc, /1, one a VPC/],
    "a way out": [[vpc, resource(GROUP, { egress: [{ protocol: "-1" }] })], /rules of the default security group/],
  },
  unknownIs: { fine: [vpc, resource(GROUP, { ingress: UNKNOWN })] },
  mutant,
});
