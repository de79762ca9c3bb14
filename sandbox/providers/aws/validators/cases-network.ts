import { UNKNOWN } from "../../values.ts";
import type { Case } from "./cases.ts";

const health = {
  path: "/healthz",
  interval: 15,
  timeout: 5,
  healthyThreshold: 2,
  unhealthyThreshold: 3,
  matcher: "200-299",
};
const forward = { type: "forward", targetGroupArn: "arn:aws:elasticloadbalancing:x" };
const record = { zoneId: "Z1", name: "app.example.com", type: "A", records: ["192.0.2.1"], ttl: 60 };

export const NETWORK_CASES: readonly Case[] = [
  {
    type: "aws:ec2/vpc:Vpc",
    good: { cidrBlock: "10.0.0.0/16" },
    bad: [
      ["host bits", { cidrBlock: "10.0.0.1/16" }, "cidrBlock"],
      ["an address over 255", { cidrBlock: "10.0.256.0/24" }, "cidrBlock"],
      ["a range that is too large", { cidrBlock: "10.0.0.0/8" }, "cidrBlock"],
      ["a range that is too small", { cidrBlock: "10.0.0.0/29" }, "cidrBlock"],
    ],
  },
  {
    type: "aws:ec2/subnet:Subnet",
    good: { vpcId: UNKNOWN, cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a" },
    bad: [["a zone of another region", { availabilityZone: "eu-west-1a" }, "availabilityZone"]],
  },
  {
    type: "aws:ec2/route:Route",
    good: { routeTableId: "rtb-1", destinationCidrBlock: "0.0.0.0/0", gatewayId: "igw-1" },
    bad: [
      ["no target", { gatewayId: undefined }, "gatewayId"],
      ["two targets", { natGatewayId: "nat-1" }, "gatewayId"],
      ["no destination", { destinationCidrBlock: undefined }, "destinationCidrBlock"],
      ["a destination with host bits", { destinationCidrBlock: "10.0.0.1/8" }, "destinationCidrBlock"],
    ],
  },
  {
    type: "aws:ec2/natGateway:NatGateway",
    good: { subnetId: "subnet-1", allocationId: "eipalloc-1" },
    bad: [["no address", { allocationId: undefined }, "allocationId"]],
  },
  {
    type: "aws:ec2/vpcEndpoint:VpcEndpoint",
    good: { vpcId: UNKNOWN, serviceName: "com.amazonaws.us-east-1.s3" },
    bad: [
      ["a gateway to what has none", { serviceName: "com.amazonaws.us-east-1.logs" }, "vpcEndpointType"],
      ["subnets on a gateway", { subnetIds: ["subnet-1"] }, "subnetIds"],
    ],
  },
  {
    type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    good: { securityGroupId: "sg-1", ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "0.0.0.0/0" },
    bad: [
      ["two sources", { referencedSecurityGroupId: "sg-2" }, "cidrIpv4"],
      ["no source", { cidrIpv4: undefined }, "cidrIpv4"],
      ["a malformed block", { cidrIpv4: "10.0.0.0" }, "cidrIpv4"],
      ["an unknown protocol", { ipProtocol: "tpc" }, "ipProtocol"],
      ["a port over 65535", { toPort: 65_536 }, "toPort"],
      ["ports in the wrong order", { fromPort: 444 }, "toPort"],
      ["TCP without ports", { fromPort: undefined }, "fromPort"],
      ["ports with all protocols", { ipProtocol: "-1" }, "fromPort"],
      ["a description with a quote", { description: "it's" }, "description"],
    ],
  },
  {
    type: "aws:ec2/securityGroup:SecurityGroup",
    good: {
      vpcId: UNKNOWN,
      description: "of the app",
      ingress: [{ protocol: "tcp", fromPort: 80, toPort: 80, cidrBlocks: ["10.0.0.0/8"] }],
    },
    bad: [
      ["a rule without a source", { ingress: [{ protocol: "tcp", fromPort: 80, toPort: 80 }] }, "ingress[0]"],
      [
        "a rule with a malformed block",
        { ingress: [{ protocol: "tcp", fromPort: 80, toPort: 80, cidrBlocks: ["10.0.0.1/8"] }] },
        "ingress[0].cidrBlocks[0]",
      ],
    ],
  },
  {
    type: "aws:ec2/securityGroupRule:SecurityGroupRule",
    good: { type: "egress", protocol: "-1", fromPort: 0, toPort: 0 },
    bad: [["a direction of no kind", { type: "sideways" }, "type"]],
  },
  {
    type: "aws:lb/loadBalancer:LoadBalancer",
    good: { subnets: ["subnet-1", "subnet-2"], idleTimeout: 60 },
    bad: [
      ["one subnet", { subnets: ["subnet-1"] }, "subnets"],
      ["an idle time of two hours", { idleTimeout: 7200 }, "idleTimeout"],
      ["another kind", { loadBalancerType: "classic" }, "loadBalancerType"],
    ],
  },
  {
    type: "aws:lb/targetGroup:TargetGroup",
    good: {
      port: 8080,
      protocol: "HTTP",
      targetType: "ip",
      vpcId: UNKNOWN,
      deregistrationDelay: 60,
      healthCheck: health,
    },
    bad: [
      ["no VPC", { vpcId: undefined }, "vpcId"],
      ["a port of 0", { port: 0 }, "port"],
      ["an unknown protocol", { protocol: "FTP" }, "protocol"],
      ["a delay over an hour", { deregistrationDelay: 3601 }, "deregistrationDelay"],
      ["a slow start of ten seconds", { slowStart: 10 }, "slowStart"],
      ["a threshold of one", { healthCheck: { ...health, healthyThreshold: 1 } }, "healthCheck.healthyThreshold"],
      ["a timeout over the interval", { healthCheck: { ...health, timeout: 15 } }, "healthCheck.timeout"],
      ["a path without a slash", { healthCheck: { ...health, path: "healthz" } }, "healthCheck.path"],
      ["codes in words", { healthCheck: { ...health, matcher: "OK" } }, "healthCheck.matcher"],
    ],
  },
  {
    type: "aws:lb/listener:Listener",
    good: {
      loadBalancerArn: UNKNOWN,
      port: 443,
      protocol: "HTTPS",
      certificateArn: UNKNOWN,
      defaultActions: [forward],
    },
    bad: [
      ["HTTPS without a certificate", { certificateArn: undefined }, "certificateArn"],
      ["HTTP with a certificate", { protocol: "HTTP" }, "certificateArn"],
      ["a port over 65535", { port: 70_000 }, "port"],
      ["no action", { defaultActions: [] }, "defaultActions"],
      ["an action without its part", { defaultActions: [{ type: "redirect" }] }, "defaultActions[0]"],
      [
        "a redirect of 307",
        { defaultActions: [{ type: "redirect", redirect: { statusCode: "HTTP_307" } }] },
        "defaultActions[0].redirect.statusCode",
      ],
    ],
  },
  {
    type: "aws:lb/listenerRule:ListenerRule",
    good: {
      listenerArn: UNKNOWN,
      priority: 100,
      actions: [forward],
      conditions: [{ pathPattern: { values: ["/api/*"] } }],
    },
    bad: [
      ["a priority of 0", { priority: 0 }, "priority"],
      ["a priority over 50000", { priority: 50_001 }, "priority"],
      ["no condition", { conditions: [] }, "conditions"],
      ["six values", { conditions: [{ pathPattern: { values: ["1", "2", "3", "4", "5", "6"] } }] }, "conditions"],
    ],
  },
  {
    type: "aws:route53/record:Record",
    good: record,
    bad: [
      ["no value", { records: undefined, ttl: undefined }, "records"],
      ["no time to live", { ttl: undefined }, "ttl"],
      ["an unknown type", { type: "ANAME" }, "type"],
      ["an A record of a name", { records: ["example.com"] }, "records[0]"],
      ["a name with a space", { name: "a b.example.com" }, "name"],
      [
        "an alias with a time to live",
        { records: undefined, aliases: [{ name: "lb", zoneId: "Z", evaluateTargetHealth: true }] },
        "ttl",
      ],
    ],
  },
  {
    type: "aws:route53/zone:Zone",
    good: { name: "example.com" },
    bad: [["a label over 63 characters", { name: `${"a".repeat(64)}.com` }, "name"]],
  },
  {
    type: "aws:acm/certificate:Certificate",
    good: { domainName: "*.example.com", validationMethod: "DNS", subjectAlternativeNames: ["example.com"] },
    bad: [
      ["a method of no kind", { validationMethod: "PHONE" }, "validationMethod"],
      ["an alternative name with a space", { subjectAlternativeNames: ["a b"] }, "subjectAlternativeNames[0]"],
    ],
  },
];
