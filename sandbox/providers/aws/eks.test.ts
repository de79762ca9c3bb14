import assert from "node:assert/strict";
import { type ProviderClient, startFresh } from "../testing/client.ts";
import { isObject, type Properties, UNKNOWN } from "../values.ts";

const CLUSTER = "aws:eks/cluster:Cluster";
const NODES = "aws:eks/nodeGroup:NodeGroup";
const ADD_ON = "aws:eks/addon:Addon";
const ENTRY = "aws:eks/accessEntry:AccessEntry";
const POLICY = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";
const admin = "arn:aws:iam::999999999999:role/admin";

describe("eks in the aws stand-in", () => {
  let aws: ProviderClient;
  let stop: () => Promise<void> | void;
  beforeEach(async () => {
    const fresh = await startFresh();
    aws = fresh.aws;
    stop = fresh.stop;
  });
  afterEach(() => stop());

  const clusterInputs = (over: Properties = {}): Properties => ({
    name: "shop",
    version: "1.33",
    roleArn: "arn:aws:iam::999999999999:role/eks",
    bootstrapSelfManagedAddons: false,
    vpcConfig: { subnetIds: ["subnet-a", "subnet-b"] },
    ...over,
  });
  const nodeInputs: Properties = {
    clusterName: "shop",
    nodeRoleArn: "arn:aws:iam::999999999999:role/nodes",
    subnetIds: ["subnet-a"],
    scalingConfig: { minSize: 1, desiredSize: 1, maxSize: 1 },
  };
  const addOn = (addonName: string): Properties => ({ clusterName: "shop", addonName });
  const groupOf = ({ vpcConfig }: Properties) => (isObject(vpcConfig) ? vpcConfig.clusterSecurityGroupId : undefined);

  it("answers endpoint, authority, issuer and its own security group beside what was given", async () => {
    const { id, outputs } = await aws.make(CLUSTER, "c", clusterInputs());
    assert.equal(id, "shop");
    assert.match(String(outputs.endpoint), /^https:\/\/[A-Z0-9]{26}\.gr7\.us-east-1\.eks\.amazonaws\.com$/);
    assert.equal(outputs.arn, "arn:aws:eks:us-east-1:123456789012:cluster/shop");
    assert.ok(isObject(outputs.certificateAuthority) && typeof outputs.certificateAuthority.data === "string");
    assert.match(String(groupOf(outputs)), /^sg-[0-9a-f]{17}$/);
    assert.deepEqual((outputs.vpcConfig as Properties).subnetIds, ["subnet-a", "subnet-b"]);
  });

  it("leaves that group unknown in a preview of its making, and known in one of its change", async () => {
    const { inputs } = await aws.check(CLUSTER, "c", clusterInputs());
    assert.equal(groupOf((await aws.create(CLUSTER, "c", inputs, true)).outputs), UNKNOWN);
    const made = await aws.make(CLUSTER, "c", clusterInputs());
    const news = { ...made.inputs, version: "1.34" };
    const preview = await aws.update(CLUSTER, "c", made.id, made.outputs, news, true);
    assert.equal(groupOf(preview), groupOf(made.outputs));
    assert.equal(preview.endpoint, made.outputs.endpoint);
  });

  it("goes up one minor version at a time, and never down", async () => {
    const made = await aws.make(CLUSTER, "c", clusterInputs());
    const failures = async (version: string) =>
      (await aws.check(CLUSTER, "c", clusterInputs({ version }), made.inputs)).failures;
    assert.deepEqual(await failures("1.34"), []);
    for (const version of ["1.35", "1.32"]) {
      const [failure] = await failures(version);
      assert.match(JSON.stringify(failure), /Unsupported Kubernetes minor version update from 1\.33/);
    }
  });

  it("pitfall 9: has no node join a cluster without a CNI", async () => {
    await aws.make(CLUSTER, "c", clusterInputs());
    await assert.rejects(aws.make(NODES, "n", nodeInputs), /NodeCreationFailure.*cni plugin not initialized/);
    await aws.make(ADD_ON, "cni", addOn("vpc-cni"));
    const { id } = await aws.make(NODES, "n", nodeInputs);
    assert.match(id, /^shop:n-[0-9a-f]{7}$/);
  });

  it("pitfall 8: leaves CoreDNS degraded where there is no node", async () => {
    await aws.make(CLUSTER, "c", clusterInputs());
    await assert.rejects(aws.make(ADD_ON, "dns", addOn("coredns")), /InsufficientNumberOfReplicas.*DEGRADED/);
    await aws.make(ADD_ON, "cni", addOn("vpc-cni"));
    await aws.make(NODES, "n", nodeInputs);
    assert.equal((await aws.make(ADD_ON, "dns", addOn("coredns"))).id, "shop:coredns");
  });

  it("refuses parts of a cluster that is not there, and rights without an entry", async () => {
    await assert.rejects(aws.make(ADD_ON, "cni", addOn("vpc-cni")), /No cluster found for name: shop/);
    await aws.make(CLUSTER, "c", clusterInputs());
    const policyArn = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy";
    const rights = { clusterName: "shop", principalArn: admin, policyArn, accessScope: { type: "cluster" } };
    await assert.rejects(aws.make(POLICY, "p", rights), /principalArn could not be found/);
    await aws.make(ENTRY, "e", { clusterName: "shop", principalArn: admin });
    assert.equal((await aws.make(POLICY, "p", rights)).id, `shop#${admin}#${policyArn}`);
  });

  it("deletes no cluster with nodes, and no protected one", async () => {
    const made = await aws.make(CLUSTER, "c", clusterInputs({ deletionProtection: true }));
    await assert.rejects(aws.delete(CLUSTER, "c", made.id), /InvalidRequestException.*deletionProtection is on/);
    await aws.update(CLUSTER, "c", made.id, made.outputs, { ...made.inputs, deletionProtection: false });
    await aws.make(ADD_ON, "cni", addOn("vpc-cni"));
    const nodes = await aws.make(NODES, "n", nodeInputs);
    await assert.rejects(aws.delete(CLUSTER, "c", made.id), /ResourceInUseException.*NodeGroup/);
    await aws.delete(NODES, "n", nodes.id);
    await aws.delete(CLUSTER, "c", made.id);
  });

  it("replaces an entry for another principal, a group for another image, and no cluster for a version", async () => {
    const replaces = async (type: string, olds: Properties, news: Properties) =>
      (await aws.diff(type, "x", "id", olds, news)).replaces;
    assert.deepEqual(await replaces(ENTRY, { principalArn: "a" }, { principalArn: "b" }), ["principalArn"]);
    assert.deepEqual(await replaces(NODES, { amiType: "CUSTOM" }, { amiType: "AL2_ARM_64" }), ["amiType"]);
    assert.deepEqual(await replaces(CLUSTER, { version: "1.33" }, { version: "1.34" }), []);
  });

  it("deletes no rule that still has a target", async () => {
    const rule = await aws.make("aws:cloudwatch/eventRule:EventRule", "r", { eventPattern: '{"source":["aws.ec2"]}' });
    const queue = await aws.make("aws:sqs/queue:Queue", "q", {});
    const target = { rule: rule.outputs.name, arn: queue.outputs.arn } as Properties;
    const made = await aws.make("aws:cloudwatch/eventTarget:EventTarget", "t", target);
    await assert.rejects(aws.delete("aws:cloudwatch/eventRule:EventRule", "r", rule.id), /ValidationException/);
    await aws.delete("aws:cloudwatch/eventTarget:EventTarget", "t", made.id);
    await aws.delete("aws:cloudwatch/eventRule:EventRule", "r", rule.id);
  });
});
