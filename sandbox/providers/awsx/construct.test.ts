import assert from "node:assert/strict";
import pluginPb from "@pulumi/pulumi/proto/plugin_pb.js";
import type * as Pb from "@pulumi/pulumi/proto/provider_pb.js";
import pb from "@pulumi/pulumi/proto/provider_pb.js";
import { toProperties, toStruct } from "../rpc/wire.ts";
import { ProviderClient, startFresh, urnOf } from "../testing/client.ts";
import { type Registered, startFakeEngine } from "../testing/fake-engine.ts";
import type { Properties } from "../values.ts";

const PROVIDER = `${urnOf("pulumi:providers:aws", "main")}::provider-id`;

describe("awsx stand-in: Construct", () => {
  let fresh: Awaited<ReturnType<typeof startFresh>>;
  let engine: Awaited<ReturnType<typeof startFakeEngine>>;
  let awsx: ProviderClient;
  beforeEach(async () => {
    fresh = await startFresh();
    engine = await startFakeEngine();
    awsx = new ProviderClient(fresh.running.ports.awsx);
    const attach = new pluginPb.PluginAttach();
    attach.setAddress(engine.address);
    await awsx.call("attach", attach);
  });
  afterEach(async () => {
    awsx.close();
    engine.stop();
    await fresh.stop();
  });

  const construct = async (inputs: Properties, type = "awsx:ec2:Vpc"): Promise<{ urn: string; state: Properties }> => {
    const request = new pb.ConstructRequest();
    request.setType(type);
    request.setName("net");
    request.setProject("project");
    request.setStack("test");
    request.setParallel(4);
    request.setDryrun(true);
    request.setMonitorendpoint(engine.address);
    request.setInputs(toStruct(inputs));
    request.getProvidersMap().set("aws", PROVIDER);
    const response = await awsx.call<Pb.ConstructResponse>("construct", request);
    return { urn: response.getUrn(), state: toProperties(response.getState()) };
  };
  const made = (type: string): Registered[] =>
    engine.registered.filter((resource) => resource.type.endsWith(`:${type}`));
  const names = (type: string): string[] =>
    made(type)
      .map(({ name }) => name)
      .sort();

  it("makes a VPC of two zones with one NAT gateway, under the provider it was given", async () => {
    const { urn, state } = await construct({
      cidrBlock: "10.2.0.0/16",
      numberOfAvailabilityZones: 2,
      subnetStrategy: "Auto",
      natGateways: { strategy: "Single" },
      subnetSpecs: [
        { type: "Public", cidrMask: 24 },
        { type: "Private", cidrMask: 20 },
        { type: "Isolated", cidrMask: 24 },
      ],
      tags: { Owner: "platform" },
    });
    assert.equal(urn, urnOf("awsx:ec2:Vpc", "net"));
    assert.deepEqual(names("Subnet"), [
      "net-isolated-1",
      "net-isolated-2",
      "net-private-1",
      "net-private-2",
      "net-public-1",
      "net-public-2",
    ]);
    assert.deepEqual(names("NatGateway"), ["net-1"]);
    assert.deepEqual(names("Eip"), ["net-1"]);
    assert.deepEqual(names("Route"), ["net-private-1", "net-private-2", "net-public-1", "net-public-2"]);
    assert.equal(made("Vpc").find(({ type }) => type.startsWith("aws:"))?.parent, urn);
    const custom = engine.registered.filter(({ type }) => type.startsWith("aws:"));
    assert.deepEqual([...new Set(custom.map(({ provider }) => provider))], [PROVIDER]);
    const routes = made("Route").filter(({ name }) => name.startsWith("net-private"));
    assert.deepEqual(
      routes.map(({ inputs }) => inputs.natGatewayId),
      ["id-of-net-1", "id-of-net-1"],
    );
    assert.equal(made("NatGateway")[0]?.inputs.allocationId, "allocation-of-net-1");
    assert.deepEqual(made("Subnet").find(({ name }) => name === "net-public-1")?.inputs.tags, {
      Owner: "platform",
      Name: "net-public-1",
      SubnetType: "Public",
    });
    assert.equal(state.vpcId, "id-of-net");
    assert.deepEqual(state.privateSubnetIds, ["id-of-net-private-1", "id-of-net-private-2"]);
    assert.deepEqual(state.isolatedSubnetIds, ["id-of-net-isolated-1", "id-of-net-isolated-2"]);
    assert.equal((state.subnetLayout as unknown[]).length, 3);
  });

  it("defaults to three zones, one gateway in each, and the Legacy layout", async () => {
    const { state } = await construct({});
    assert.deepEqual(names("NatGateway"), ["net-1", "net-2", "net-3"]);
    assert.equal(made("Subnet").length, 6);
    assert.equal((state.publicSubnetIds as unknown[]).length, 3);
    assert.deepEqual(
      made("Route")
        .filter(({ name }) => name.startsWith("net-private"))
        .map(({ inputs }) => inputs.natGatewayId)
        .sort(),
      ["id-of-net-1", "id-of-net-2", "id-of-net-3"],
    );
  });

  it("makes endpoints, and no gateway when told so", async () => {
    const spec = { serviceName: "com.amazonaws.us-east-1.s3" };
    const { state } = await construct({
      natGateways: { strategy: "None" },
      vpcEndpointStrategy: "Auto",
      vpcEndpointSpecs: [spec],
    });
    assert.deepEqual(names("NatGateway"), []);
    assert.equal((made("VpcEndpoint")[0]!.inputs.routeTableIds as unknown[]).length, 6);
    assert.equal((state.vpcEndpoints as unknown[]).length, 1);
  });

  const bad: [string, Properties, RegExp][] = [
    ["more zones than there are", { numberOfAvailabilityZones: 9 }, /4 availability zones .*, but 9 were asked for/],
    [
      "both ways of naming zones",
      { numberOfAvailabilityZones: 2, availabilityZoneNames: ["us-east-1a"] },
      /Only one of/,
    ],
    [
      "addresses that don't fit the strategy",
      { natGateways: { strategy: "Single", elasticIpAllocationIds: ["a", "b"] } },
      /wants 1 Elastic IPs, got 2/,
    ],
    ["a NAT strategy of no kind", { natGateways: { strategy: "Both" } }, /none of None, Single, OnePerAz/],
    [
      "NAT without a public subnet",
      { natGateways: { strategy: "Single" }, subnetSpecs: [{ type: "Private", cidrMask: 24 }] },
      /needs a public subnet/,
    ],
  ];
  for (const [title, inputs, message] of bad) it(`refuses ${title}`, () => assert.rejects(construct(inputs), message));

  it("names the components it has when asked for one it lacks", () =>
    assert.rejects(
      construct({}, "awsx:lb:ApplicationLoadBalancer"),
      /no component awsx:lb:ApplicationLoadBalancer; it has awsx:ec2:Vpc/,
    ));
});
