import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { noOpenIngress } from "./no-open-ingress.ts";

const RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EDGE = "urn:pulumi:prod::pyairtable::pyairtable:network:Edge::edge";
const from = (cidrIpv4: string, port: number, extra = {}) =>
  resource(RULE, { cidrIpv4, ipProtocol: "tcp", fromPort: port, toPort: port }, extra);

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    RULE,
    (props) => {
      delete props.referencedSecurityGroupId;
      props.cidrIpv4 = "0.0.0.0/0";
    },
    ({ props }) => props.referencedSecurityGroupId !== undefined,
  );

testRule(noOpenIngress, {
  config: { components: ["pyairtable:network:Edge"], ports: ["80", "443"] },
  passes: {
    "the edge on 443": from("0.0.0.0/0", 443, { parent: EDGE }),
    "a private source": from("10.0.0.0/8", 8080),
    "another group": resource(RULE, { referencedSecurityGroupId: "sg-1", ipProtocol: "tcp", fromPort: 1, toPort: 2 }),
    "a group without inline rules": resource("aws:ec2/securityGroup:SecurityGroup", {}),
  },
  fails: {
    "443 outside the edge": [from("0.0.0.0/0", 443), /tcp 443-443 from 0.0.0.0\/0/],
    "another port at the edge": [from("0.0.0.0/0", 8080, { parent: EDGE }), /tcp 80 or 443/],
    IPv6: [resource(RULE, { cidrIpv6: "::/0", ipProtocol: "-1" }, { parent: EDGE }), /-1 -1--1 from ::\/0/],
    "an inline rule": [
      resource("aws:ec2/securityGroup:SecurityGroup", {
        ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }],
      }),
      /443-443/,
    ],
  },
  unknown: from(UNKNOWN, 443),
  mutant,
});
