import { resource } from "./build.ts";
import { type CapturedGraph, UNKNOWN } from "./captured.ts";
import { trust } from "./fixture-service.ts";
import { fixtureTags } from "./fixture-tags.ts";

const ZONES = ["us-east-1a", "us-east-1b", "us-east-1c"];
const EDGE = "urn:pulumi:prod::pyairtable::pyairtable:network:Edge::edge";
const tags = fixtureTags();

/** Network, edge and cluster, as the components make them in prod. */
export function fixtureNetwork(): CapturedGraph {
  return [...vpc(), ...edge(), ...cluster()];
}

function vpc(): CapturedGraph {
  const subnet = (tier: string, index: number, props: Record<string, unknown>) =>
    resource(
      "aws:ec2/subnet:Subnet",
      {
        vpcId: UNKNOWN,
        availabilityZone: ZONES[index],
        tags: { ...tags, Name: `network-${tier}-${index + 1}`, SubnetType: tier },
        ...props,
      },
      { name: `network-${tier}-${index + 1}` },
    );
  const endpoint = (service: string) =>
    resource(
      "aws:ec2/vpcEndpoint:VpcEndpoint",
      { serviceName: `com.amazonaws.us-east-1.${service}`, vpcEndpointType: "Gateway", vpcId: UNKNOWN, tags },
      { name: `network-endpoint-${service}` },
    );
  return [
    resource("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, tags }, { name: "network" }),
    ...ZONES.map((_, index) => subnet("Public", index, { mapPublicIpOnLaunch: false })),
    ...ZONES.map((_, index) => subnet("Private", index, { mapPublicIpOnLaunch: false })),
    resource("aws:ec2/eip:Eip", { domain: "vpc", tags }, { name: "network-nat" }),
    resource(
      "aws:ec2/natGateway:NatGateway",
      { subnetId: UNKNOWN, allocationId: UNKNOWN, tags },
      { name: "network-nat" },
    ),
    resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", { vpcId: UNKNOWN, ingress: [], egress: [], tags }),
    endpoint("s3"),
    endpoint("dynamodb"),
    resource("aws:cloudwatch/logGroup:LogGroup", { retentionInDays: 14, tags }, { name: "network-flow-logs" }),
    resource(
      "aws:iam/role:Role",
      { assumeRolePolicy: trust("vpc-flow-logs.amazonaws.com"), tags },
      { name: "network-flow-logs" },
    ),
    resource(
      "aws:ec2/flowLog:FlowLog",
      { vpcId: UNKNOWN, trafficType: "ALL", logDestination: UNKNOWN, tags },
      { name: "network-flow-logs" },
    ),
  ];
}

function edge(): CapturedGraph {
  const listener = (name: string, props: Record<string, unknown>) =>
    resource("aws:lb/listener:Listener", { loadBalancerArn: UNKNOWN, tags, ...props }, { name });
  return [
    resource(
      "aws:ec2/securityGroup:SecurityGroup",
      { vpcId: UNKNOWN, description: "Edge load balancer", tags },
      { name: "edge-alb", parent: EDGE },
    ),
    resource(
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      { securityGroupId: UNKNOWN, cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 443, toPort: 443, tags },
      { name: "edge-alb-https", parent: EDGE },
    ),
    resource(
      "aws:lb/loadBalancer:LoadBalancer",
      {
        loadBalancerType: "application",
        internal: false,
        subnets: [UNKNOWN],
        securityGroups: [UNKNOWN],
        dropInvalidHeaderFields: true,
        enableDeletionProtection: true,
        idleTimeout: 60,
        accessLogs: { bucket: UNKNOWN, enabled: true },
        tags,
      },
      { name: "edge" },
    ),
    listener("edge-https", {
      port: 443,
      protocol: "HTTPS",
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
      certificateArn: UNKNOWN,
      defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } }],
    }),
    listener("edge-http", {
      port: 80,
      protocol: "HTTP",
      defaultActions: [{ type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } }],
    }),
    ...logBucket(),
  ];
}

function logBucket(): CapturedGraph {
  const bucket = resource("aws:s3/bucket:Bucket", { bucket: "pyairtable-prod-edge-logs", tags }, { name: "edge-logs" });
  const statement = {
    Sid: "TlsOnly",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: ["arn:aws:s3:::pyairtable-prod-edge-logs", "arn:aws:s3:::pyairtable-prod-edge-logs/*"],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
  const of = (type: string, name: string, props: Record<string, unknown>) =>
    resource(type, { bucket: "pyairtable-prod-edge-logs", ...props }, { name, dependencies: [bucket.urn] });
  return [
    bucket,
    of("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "edge-logs-private", {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    }),
    of(
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      "edge-logs-encrypted",
      {
        rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
      },
    ),
    of("aws:s3/bucketPolicy:BucketPolicy", "edge-logs-policy", {
      policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
    }),
  ];
}

function cluster(): CapturedGraph {
  return [
    resource(
      "aws:ecs/cluster:Cluster",
      { name: "pyairtable-prod", settings: [{ name: "containerInsights", value: "enabled" }], tags },
      { name: "cluster" },
    ),
    resource("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders", {
      clusterName: UNKNOWN,
      capacityProviders: ["FARGATE", "FARGATE_SPOT"],
    }),
  ];
}
