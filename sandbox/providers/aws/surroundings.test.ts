import assert from "node:assert/strict";
import { type ProviderClient, startFresh } from "../testing/client.ts";
import { type Properties, UNKNOWN } from "../values.ts";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const RULE = "aws:lb/listenerRule:ListenerRule";
const GROUP_RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

describe("rules across resources", () => {
  let fresh: Awaited<ReturnType<typeof startFresh>>;
  let aws: ProviderClient;
  beforeEach(async () => {
    fresh = await startFresh();
    aws = fresh.aws;
  });
  afterEach(() => fresh.stop());

  const network = async (): Promise<{ vpc: string; subnets: string[]; group: string }> => {
    const vpc = (await aws.make(VPC, "main", { cidrBlock: "10.0.0.0/16" })).id;
    const subnets: string[] = [];
    for (const zone of ["a", "b"]) {
      const cidrBlock = `10.0.${subnets.length}.0/24`;
      subnets.push((await aws.make(SUBNET, zone, { vpcId: vpc, cidrBlock, availabilityZone: `us-east-1${zone}` })).id);
    }
    const group = (await aws.make("aws:ec2/securityGroup:SecurityGroup", "app", { vpcId: vpc })).id;
    return { vpc, subnets, group };
  };

  it("finds subnets that overlap or leave the VPC in a preview, where its id is unknown", async () => {
    await aws.check(VPC, "main", { cidrBlock: "10.0.0.0/16" });
    assert.deepEqual((await aws.check(SUBNET, "a", { vpcId: UNKNOWN, cidrBlock: "10.0.0.0/24" })).failures, []);
    assert.match(
      (await aws.check(SUBNET, "b", { vpcId: UNKNOWN, cidrBlock: "10.0.0.128/25" })).failures.join(),
      /cidrBlock: InvalidSubnet.Conflict/,
    );
    assert.match(
      (await aws.check(SUBNET, "c", { vpcId: UNKNOWN, cidrBlock: "10.1.0.0/24" })).failures.join(),
      /cidrBlock: InvalidSubnet.Range/,
    );
    assert.deepEqual((await aws.check(SUBNET, "a", { vpcId: UNKNOWN, cidrBlock: "10.0.0.0/25" })).failures, []);
  });

  it("does not guess among two VPCs of a preview", async () => {
    await aws.check(VPC, "one", { cidrBlock: "10.0.0.0/16" });
    await aws.check(VPC, "two", { cidrBlock: "10.1.0.0/16" });
    assert.deepEqual((await aws.check(SUBNET, "a", { vpcId: UNKNOWN, cidrBlock: "10.9.0.0/24" })).failures, []);
  });

  it("finds a subnet that overlaps one of an earlier run", async () => {
    const { vpc } = await network();
    assert.match(
      (await aws.check(SUBNET, "c", { vpcId: vpc, cidrBlock: "10.0.1.0/25" })).failures.join(),
      /InvalidSubnet.Conflict.*10.0.1.0\/24/,
    );
  });

  it("wants a load balancer in two zones", async () => {
    const { vpc, subnets } = await network();
    const twin = await aws.make(SUBNET, "a2", { vpcId: vpc, cidrBlock: "10.0.9.0/24", availabilityZone: "us-east-1a" });
    const { failures } = await aws.check("aws:lb/loadBalancer:LoadBalancer", "lb", { subnets: [subnets[0]!, twin.id] });
    assert.match(failures.join(), /subnets: ValidationError: At least two subnets in two different Availability Zones/);
  });

  it("gives a priority of a listener once, and its port once", async () => {
    const { vpc, subnets } = await network();
    const lb = await aws.make("aws:lb/loadBalancer:LoadBalancer", "lb", { subnets });
    const target = await aws.make("aws:lb/targetGroup:TargetGroup", "tg", {
      port: 80,
      protocol: "HTTP",
      targetType: "ip",
      vpcId: vpc,
    });
    const forward = [{ type: "forward", targetGroupArn: target.id }];
    const listener = { loadBalancerArn: lb.id, port: 80, protocol: "HTTP", defaultActions: forward };
    const made = await aws.make("aws:lb/listener:Listener", "http", listener);
    assert.match(
      (await aws.check("aws:lb/listener:Listener", "twin", listener)).failures.join(),
      /port: DuplicateListener/,
    );
    const rule: Properties = {
      listenerArn: made.id,
      priority: 1,
      actions: forward,
      conditions: [{ pathPattern: { values: ["/a"] } }],
    };
    await aws.make(RULE, "one", rule);
    assert.match((await aws.check(RULE, "two", rule)).failures.join(), /priority: PriorityInUse/);
    assert.deepEqual((await aws.check(RULE, "two", { ...rule, priority: 2 })).failures, []);
  });

  it("refuses a security group rule that exists", async () => {
    const { group } = await network();
    const rule = { securityGroupId: group, ipProtocol: "tcp", fromPort: 80, toPort: 80, cidrIpv4: "10.0.0.0/16" };
    await aws.make(GROUP_RULE, "one", rule);
    assert.match((await aws.check(GROUP_RULE, "two", rule)).failures.join(), /InvalidPermission.Duplicate/);
  });

  it("deletes a security group with its rules, but not while another group's rule names it", async () => {
    const GROUP = "aws:ec2/securityGroup:SecurityGroup";
    const { group, vpc } = await network();
    const other = (await aws.make(GROUP, "other", { vpcId: vpc })).id;
    const traffic = { ipProtocol: "tcp", fromPort: 80, toPort: 80 };
    const own = await aws.make(GROUP_RULE, "own", { ...traffic, securityGroupId: group, cidrIpv4: "10.0.0.0/16" });
    const theirs = { ...traffic, securityGroupId: other, referencedSecurityGroupId: group };
    const naming = await aws.make(GROUP_RULE, "naming", theirs);
    await assert.rejects(aws.delete(GROUP, "app", group), /DependencyViolation.*SecurityGroupIngressRule/);
    await aws.delete(GROUP_RULE, "naming", naming.id);
    await aws.delete(GROUP, "app", group);
    assert.equal((await aws.read(GROUP_RULE, "own", own.id)).id, "");
  });

  describe("a service", () => {
    const containerDefinitions = JSON.stringify([
      { name: "app", image: "app:1", portMappings: [{ name: "http", containerPort: 8080 }] },
    ]);
    let service: Properties;
    let cluster: string;
    beforeEach(async () => {
      const { subnets, vpc } = await network();
      cluster = (await aws.make("aws:ecs/cluster:Cluster", "main", { name: "main" })).id;
      const task = {
        family: "app",
        cpu: "256",
        memory: "512",
        networkMode: "awsvpc",
        requiresCompatibilities: ["FARGATE"],
        containerDefinitions,
      };
      const target = await aws.make("aws:lb/targetGroup:TargetGroup", "tg", {
        port: 80,
        protocol: "HTTP",
        targetType: "ip",
        vpcId: vpc,
      });
      service = {
        cluster,
        name: "app",
        launchType: "FARGATE",
        taskDefinition: (await aws.make("aws:ecs/taskDefinition:TaskDefinition", "app", task)).id,
        networkConfiguration: { subnets },
        loadBalancers: [{ containerName: "app", containerPort: 8080, targetGroupArn: target.id }],
      };
    });
    const refusal = async (change: Properties): Promise<string> =>
      (await aws.check("aws:ecs/service:Service", "app", { ...service, ...change })).failures.join("\n");

    it("needs a target group that a listener forwards to", async () => {
      assert.match(await refusal({}), /loadBalancers\[0\].targetGroupArn: .*does not have an associated load balancer/);
    });
    it("names containers, ports and port names of its task definition only", async () => {
      const balancer = { containerName: "app", containerPort: 8080 };
      assert.match(
        await refusal({ loadBalancers: [{ ...balancer, containerName: "web" }] }),
        /container web does not exist in the task definition/,
      );
      assert.match(
        await refusal({ loadBalancers: [{ ...balancer, containerPort: 80 }] }),
        /did not have a container port 80 defined/,
      );
      const connect = (portName: string): Properties => ({
        loadBalancers: [],
        serviceConnectConfiguration: { enabled: true, services: [{ portName }] },
      });
      assert.match(await refusal(connect("grpc")), /services\[0\].portName/);
      assert.equal(await refusal(connect("http")), "");
    });
    it("holds its cluster, and is what autoscaling registers", async () => {
      await aws.make("aws:ecs/service:Service", "app", { ...service, loadBalancers: [] });
      await assert.rejects(aws.delete("aws:ecs/cluster:Cluster", "main", cluster), /ClusterContainsServicesException/);
      const scaled = {
        minCapacity: 1,
        maxCapacity: 2,
        scalableDimension: "ecs:service:DesiredCount",
        serviceNamespace: "ecs",
      };
      const target = "aws:appautoscaling/target:Target";
      assert.match(
        (await aws.check(target, "a", { ...scaled, resourceId: "service/main/web" })).failures.join(),
        /ECS service doesn't exist/,
      );
      assert.deepEqual((await aws.check(target, "a", { ...scaled, resourceId: "service/main/app" })).failures, []);
    });
  });

  it("takes over the security group that came with the VPC", async () => {
    const vpc = await aws.make(VPC, "main", { cidrBlock: "10.0.0.0/16" });
    const group = await aws.make("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "default", { vpcId: vpc.id });
    assert.equal(group.id, vpc.outputs.defaultSecurityGroupId);
  });

  it("gives each name of a certificate its validation record, a wildcard that of its parent", async () => {
    const made = await aws.make("aws:acm/certificate:Certificate", "c", {
      domainName: "example.com",
      subjectAlternativeNames: ["*.example.com", "example.org"],
      validationMethod: "DNS",
    });
    const options = made.outputs.domainValidationOptions as { resourceRecordName: string }[];
    assert.equal(options.length, 3);
    assert.equal(options[0]!.resourceRecordName, options[1]!.resourceRecordName);
    assert.notEqual(options[0]!.resourceRecordName, options[2]!.resourceRecordName);
  });
});
