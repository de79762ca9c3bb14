import { add } from "../testing/add.ts";
import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { monitoringDoorsPrivate } from "./monitoring-doors-private.ts";

const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const door = (port: number, cidrIpv4: unknown, toPort = port) => ({
  ipProtocol: "tcp",
  fromPort: port,
  toPort,
  cidrIpv4,
});
const rule = (...args: Parameters<typeof door>) => resource(INGRESS, door(...args));

export const mutant: Mutant = (graph) => add(graph, INGRESS, door(3000, "203.0.113.0/24"));

testRule(monitoringDoorsPrivate, {
  config: { ports: ["3000", "9090", "16686"] },
  passes: {
    "the VPC": rule(3000, "10.0.0.0/16"),
    "another private block": rule(9090, "172.31.0.0/16"),
    "carrier-grade": rule(9090, "100.100.0.0/16"),
    "another port": rule(443, "203.0.113.0/24"),
    "a group": resource(INGRESS, { ipProtocol: "tcp", fromPort: 3000, toPort: 3000, referencedSecurityGroupId: "sg" }),
    "the internet, which another rule says": rule(3000, "0.0.0.0/0"),
  },
  fails: {
    Grafana: [rule(3000, "203.0.113.0/24"), /3000 from 203/],
    "a range over Prometheus": [rule(9000, "8.8.8.0/24", 9100), /9090/],
    "beside the private range": [rule(16_686, "172.32.0.0/16"), /16686/],
    "every protocol": [resource(INGRESS, { ipProtocol: "-1", cidrIpv4: "203.0.113.7/32" }), /3000, 9090, 16686/],
    "inline, IPv6": [
      resource("aws:ec2/securityGroup:SecurityGroup", {
        ingress: [{ protocol: "tcp", fromPort: 3000, toPort: 3000, ipv6CidrBlocks: ["2001:db8::/32"] }],
      }),
      /2001/,
    ],
  },
  unknown: rule(3000, UNKNOWN),
  mutant,
});
