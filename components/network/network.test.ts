import assert from "node:assert/strict";
import { recordProgram, resourceOf, resourcesOf, settled, UNKNOWN } from "../shared/test-mocks.ts";
import type { NetworkArgs } from "./args.ts";
import { Network } from "./network.ts";
import { assertTagged, EGRESS, INGRESS, openToAll } from "./test-assertions.ts";
import { networkArgs, networkWorld } from "./test-world.ts";

const VPC = "awsx:ec2:Vpc";
const ROUTE = "aws:ec2/route:Route";
const INSTANCE = "aws:ec2/instance:Instance";
const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

const run = (changes: Partial<NetworkArgs> = {}, preview = false) =>
  recordProgram(networkWorld, preview, () => new Network("net", networkArgs(changes)));

describe("Network", () => {
  it("answers with its ids, and with plain cidr and zones", async () => {
    const { result } = await run();
    assert.equal(await settled(result.vpcId), "net-vpc-id");
    assert.deepEqual(await settled(result.publicSubnetIds), ["subnet-public-1", "subnet-public-2", "subnet-public-3"]);
    assert.equal((await settled(result.privateSubnetIds)).length, 3);
    assert.equal((await settled(result.isolatedSubnetIds)).length, 3);
    assert.deepEqual([result.cidr, result.zones.length], ["10.0.0.0/16", 3]);
    assert.equal(result.endpointSecurityGroupId, undefined);
  });

  for (const nat of ["none", "single", "per-zone", "instance"] as const) {
    it(`makes the same resources in preview and in update with nat ${nat}`, async () => {
      const changes = { nat, interfaceEndpoints: ["ecr.api"] };
      const [previewed, updated] = [await run(changes, true), await run(changes)];
      const names = (recording: typeof updated) =>
        recording.resources.map(({ type, name }) => `${type} ${name}`).sort();
      assert.deepEqual(names(previewed), names(updated));
      assert.equal(await settled(previewed.result.vpcId), UNKNOWN);
      assert.equal(resourceOf(previewed, VPC).inputs.cidrBlock, "10.0.0.0/16");
    });
  }

  it("tags everything that can be tagged, with every option on", async () => {
    const { resources } = await run({ nat: "instance", interfaceEndpoints: ["ecr.api", "logs"] });
    assertTagged(resources);
  });

  for (const [nat, strategy, instances, routes] of [
    ["none", "None", 0, 0],
    ["single", "Single", 0, 0],
    ["per-zone", "OnePerAz", 0, 0],
    ["instance", "None", 1, 3],
  ] as const) {
    it(`states the gateway strategy ${strategy} for nat ${nat}, and makes ${instances} instances`, async () => {
      const recording = await run({ nat });
      assert.deepEqual(resourceOf(recording, VPC).inputs.natGateways, { strategy });
      assert.equal(resourcesOf(recording, INSTANCE).length, instances);
      assert.equal(resourcesOf(recording, ROUTE).length, routes);
    });
  }

  it("locks the default security group", async () => {
    const { inputs } = resourceOf(await run(), "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
    assert.equal(inputs.vpcId, "net-vpc-id");
    assert.deepEqual([inputs.ingress, inputs.egress], [undefined, undefined]);
  });

  it("opens nothing inward, and outward only the NAT instance", async () => {
    const { resources } = await run({ nat: "instance", interfaceEndpoints: ["ecr.api"] });
    assert.deepEqual(openToAll(resources, INGRESS), []);
    assert.deepEqual(openToAll(resources, EGRESS), ["net-nat-egress"]);
    for (const group of resourcesOf({ resources }, "aws:ec2/securityGroup:SecurityGroup"))
      assert.deepEqual([group.inputs.ingress, group.inputs.egress], [undefined, undefined]);
  });

  it("puts the free gateway endpoints on every route table", async () => {
    const endpoints = resourcesOf(await run(), ENDPOINT);
    assert.deepEqual(endpoints.map(({ inputs }) => inputs.serviceName).sort(), [
      "com.amazonaws.us-east-1.dynamodb",
      "com.amazonaws.us-east-1.s3",
    ]);
    for (const { inputs } of endpoints) assert.equal((inputs.routeTableIds as string[]).length, 9);
  });

  it("makes interface endpoints in the private subnets behind a group for the VPC only", async () => {
    const recording = await run({ interfaceEndpoints: ["ecr.api"] });
    const endpoint = resourcesOf(recording, ENDPOINT).find(({ inputs }) => inputs.vpcEndpointType === "Interface");
    assert.deepEqual(endpoint?.inputs.subnetIds, ["subnet-private-1", "subnet-private-2", "subnet-private-3"]);
    assert.deepEqual(endpoint?.inputs.securityGroupIds, ["net-endpoints-id"]);
    const { cidrIpv4, fromPort, toPort } = resourceOf(recording, INGRESS).inputs;
    assert.deepEqual([cidrIpv4, fromPort, toPort], ["10.0.0.0/16", 443, 443]);
    assert.equal(await settled(recording.result.endpointSecurityGroupId!), "net-endpoints-id");
  });

  it("keeps flow logs as long as asked, in a role of this account only", async () => {
    const recording = await run({ flowLogs: { enabled: true, retentionDays: 30 } });
    assert.equal(resourceOf(recording, "aws:cloudwatch/logGroup:LogGroup").inputs.retentionInDays, 30);
    assert.match(String(resourceOf(recording, "aws:iam/role:Role").inputs.assumeRolePolicy), /"111122223333"/);
    const policy = String(resourceOf(recording, "aws:iam/rolePolicy:RolePolicy").inputs.policy);
    assert.match(policy, /arn:aws:logs:us-east-1:111122223333:log-group:net-flow-logs/);
    assert.equal(
      resourcesOf(await run({ flowLogs: { enabled: false, retentionDays: 30 } }), "aws:ec2/flowLog:FlowLog").length,
      0,
    );
  });

  it("applies a transform to any child before it is made", async () => {
    const transform: NetworkArgs["transform"] = {
      vpc: (args) => {
        args.enableNetworkAddressUsageMetrics = true;
      },
      gatewayEndpoint: (args, opts, name) => ({ args: { ...args, policy: name }, opts }),
    };
    const recording = await run({ transform });
    assert.equal(resourceOf(recording, VPC).inputs.enableNetworkAddressUsageMetrics, true);
    assert.deepEqual(
      resourcesOf(recording, ENDPOINT)
        .map(({ inputs }) => inputs.policy)
        .sort(),
      ["net-endpoint-dynamodb", "net-endpoint-s3"],
    );
  });

  it("allows two networks in one program: no logical name is used twice", async () => {
    const changes = { nat: "instance", interfaceEndpoints: ["logs"] } as const;
    const { resources } = await recordProgram(networkWorld, true, () => {
      new Network("blue", networkArgs(changes));
      new Network("green", networkArgs(changes));
    });
    const names = resources.map(({ type, name }) => `${type} ${name}`);
    assert.equal(new Set(names).size, names.length);
  });

  it("leaves nothing behind when its args are wrong", async () => {
    const { resources } = await recordProgram(networkWorld, true, () => {
      assert.throws(() => new Network("net", networkArgs({ zones: ["us-east-1a"] })), /Network net: 1 problem/);
    });
    assert.deepEqual(resources, []);
  });
});
