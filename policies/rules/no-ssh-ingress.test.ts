import { add } from "../testing/add.ts";
import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { noSshIngress } from "./no-ssh-ingress.ts";

const RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const from = (cidrIpv4: string, port: number) =>
  resource(RULE, { cidrIpv4, ipProtocol: "tcp", fromPort: port, toPort: port });

export const mutant: Mutant = (graph) =>
  add(graph, RULE, { cidrIpv4: "10.0.0.0/8", ipProtocol: "tcp", fromPort: 22, toPort: 22, securityGroupId: "sg-1" });

testRule(noSshIngress, {
  passes: {
    "another port": from("10.0.0.0/8", 8080),
    "all protocols, as a NAT has": resource(RULE, { cidrIpv4: "10.0.0.0/16", ipProtocol: "-1" }),
  },
  fails: {
    "SSH from inside": [from("10.0.0.0/8", 22), /\[22\]/],
    "remote desktop": [from("10.0.0.0/8", 3389), /\[3389\]/],
    "a range with 22 in it": [resource(RULE, { ipProtocol: "tcp", fromPort: 0, toPort: 1024 }), /\[22\]/],
  },
  unknown: resource(RULE, { ipProtocol: "tcp", fromPort: UNKNOWN, toPort: 22 }),
  mutant,
});
