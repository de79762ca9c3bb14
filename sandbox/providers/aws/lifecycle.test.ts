import assert from "node:assert/strict";
import { readLedger } from "@pyairtable/ledger";
import { type ProviderClient, startFresh } from "../testing/client.ts";
import { type Properties, UNKNOWN } from "../values.ts";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const TASK = "aws:ecs/taskDefinition:TaskDefinition";

describe("aws stand-in over gRPC", () => {
  let aws: ProviderClient;
  let fresh: Awaited<ReturnType<typeof startFresh>>;
  beforeEach(async () => {
    fresh = await startFresh();
    aws = fresh.aws;
  });
  afterEach(() => fresh.stop());

  it("previews inputs as known and what AWS computes as unknown", async () => {
    const { inputs } = await aws.check(VPC, "main", { cidrBlock: "10.0.0.0/16", tags: { A: "1" } });
    const { id, outputs } = await aws.create(VPC, "main", inputs, true);
    assert.equal(id, "");
    assert.equal(outputs.cidrBlock, "10.0.0.0/16");
    assert.equal(outputs.arn, UNKNOWN);
    assert.deepEqual(outputs.tagsAll, { A: "1" });
    assert.equal(outputs.region, "us-east-1");
    assert.deepEqual(readLedger(fresh.ledgerPath), []);
  });

  it("makes the same ids and ARNs each time, and other ones for other URNs", async () => {
    const first = await aws.make(VPC, "main", { cidrBlock: "10.0.0.0/16" });
    const other = await aws.make(VPC, "other", { cidrBlock: "10.1.0.0/16" });
    assert.match(first.id, /^vpc-[0-9a-f]{17}$/);
    assert.equal(first.outputs.arn, `arn:aws:ec2:us-east-1:123456789012:vpc/${first.id}`);
    assert.notEqual(other.id, first.id);
    await aws.delete(VPC, "main", first.id);
    assert.equal((await aws.make(VPC, "main", { cidrBlock: "10.0.0.0/16" })).id, first.id);
  });

  it("keeps unknown inputs unknown in a preview", async () => {
    const { inputs, failures } = await aws.check(SUBNET, "a", { vpcId: UNKNOWN, cidrBlock: "10.0.0.0/24" });
    assert.deepEqual(failures, []);
    assert.equal((await aws.create(SUBNET, "a", inputs, true)).outputs.vpcId, UNKNOWN);
  });

  it("fills in a name that is the same each time and stays over updates", async () => {
    const { inputs } = await aws.check(GROUP, "logs", {});
    assert.match(String(inputs.name), /^logs-[0-9a-f]{7}$/);
    assert.deepEqual((await aws.check(GROUP, "logs", {})).inputs, inputs);
    assert.equal((await aws.check(GROUP, "logs", { retentionInDays: 7 }, inputs)).inputs.name, inputs.name);
    assert.equal((await aws.check(GROUP, "logs", { name: "own" }, inputs)).inputs.name, "own");
  });

  it("refuses a logical name that leaves no room for a suffix", async () => {
    const { failures } = await aws.check("aws:lb/targetGroup:TargetGroup", "a".repeat(30), {
      port: 80,
      protocol: "HTTP",
      vpcId: UNKNOWN,
    });
    assert.match(failures.join(), /name: unable to fill in a unique name/);
  });

  it("reads what exists, and nothing else", async () => {
    const made = await aws.make(GROUP, "logs", { retentionInDays: 7 });
    const found = await aws.read(GROUP, "logs", made.id);
    assert.deepEqual([found.id, found.inputs, found.outputs], [made.id, made.inputs, made.outputs]);
    assert.equal((await aws.read(GROUP, "logs", "gone")).id, "");
  });

  it("updates in place, keeping what was computed", async () => {
    const made = await aws.make(VPC, "main", { cidrBlock: "10.0.0.0/16" });
    const { inputs } = await aws.check(
      VPC,
      "main",
      { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, tags: { A: "1" } },
      made.inputs,
    );
    const difference = await aws.diff(VPC, "main", made.id, made.inputs, inputs);
    assert.deepEqual([difference.changes, difference.replaces], [true, []]);
    assert.equal((await aws.update(VPC, "main", made.id, made.outputs, inputs, true)).arn, made.outputs.arn);
    const outputs = await aws.update(VPC, "main", made.id, made.outputs, inputs);
    assert.deepEqual([outputs.arn, outputs.enableDnsHostnames, outputs.tagsAll], [made.outputs.arn, true, { A: "1" }]);
    assert.deepEqual((await aws.read(VPC, "main", made.id)).outputs, outputs);
  });

  const diffs: [string, string, Properties, Properties, { replaces: string[]; deleteBeforeReplace: boolean }][] = [
    [
      "nothing changed",
      VPC,
      { cidrBlock: "10.0.0.0/16" },
      { cidrBlock: "10.0.0.0/16" },
      { replaces: [], deleteBeforeReplace: false },
    ],
    [
      "an address range",
      VPC,
      { cidrBlock: "10.0.0.0/16" },
      { cidrBlock: "10.1.0.0/16" },
      { replaces: ["cidrBlock"], deleteBeforeReplace: false },
    ],
    [
      "an unknown replace key",
      SUBNET,
      { vpcId: "vpc-1" },
      { vpcId: UNKNOWN },
      { replaces: ["vpcId"], deleteBeforeReplace: false },
    ],
    ["tags alone", VPC, { tags: { A: "1" } }, { tags: { A: "2" } }, { replaces: [], deleteBeforeReplace: false }],
    [
      "a replace key under a kept name",
      "aws:lb/targetGroup:TargetGroup",
      { name: "a", port: 80, __defaults: [] },
      { name: "a", port: 81, __defaults: [] },
      { replaces: ["port"], deleteBeforeReplace: true },
    ],
    [
      "a replace key under a filled-in name",
      "aws:lb/targetGroup:TargetGroup",
      { name: "a", port: 80, __defaults: ["name"] },
      { name: "a", port: 81, __defaults: ["name"] },
      { replaces: ["port"], deleteBeforeReplace: false },
    ],
    [
      "task definitions, always",
      TASK,
      { family: "a", cpu: "256" },
      { family: "a", cpu: "512" },
      { replaces: ["cpu"], deleteBeforeReplace: false },
    ],
  ];
  for (const [title, type, olds, news, wanted] of diffs) {
    it(`replaces on the right keys: ${title}`, async () => {
      const { replaces, deleteBeforeReplace } = await aws.diff(type, "x", "id", olds, news);
      assert.deepEqual({ replaces, deleteBeforeReplace: replaces.length > 0 && deleteBeforeReplace }, wanted);
    });
  }

  it("names a replacement otherwise than what it replaces", async () => {
    const made = await aws.make(GROUP, "logs", {});
    await aws.check(GROUP, "logs", {}, made.inputs);
    const { inputs } = await aws.check(GROUP, "logs", {});
    assert.notEqual(inputs.name, made.inputs.name);
    const next = await aws.create(GROUP, "logs", inputs);
    assert.notEqual(next.id, made.id);
    await aws.delete(GROUP, "logs", made.id);
    assert.deepEqual(
      readLedger(fresh.ledgerPath).map(({ id }) => id),
      [next.id],
    );
  });

  it("counts the revisions of a task definition up", async () => {
    const containerDefinitions = JSON.stringify([{ name: "app", image: "app:1", memory: 64 }]);
    const first = await aws.make(TASK, "app", { family: "app", containerDefinitions });
    await aws.diff(TASK, "app", first.id, first.inputs, first.inputs);
    const second = await aws.make(TASK, "app", { family: "app", containerDefinitions });
    assert.deepEqual([first.outputs.revision, second.outputs.revision], [1, 2]);
    assert.match(second.id, /task-definition\/app:2$/);
  });

  it("refuses a name that something else holds", async () => {
    await aws.make(GROUP, "one", { name: "/app" });
    await assert.rejects(aws.make(GROUP, "two", { name: "/app" }), /ResourceAlreadyExistsException/);
  });

  it("refuses references to what does not exist, by property path", async () => {
    await assert.rejects(
      aws.make(SUBNET, "a", { vpcId: "vpc-0123456789abcdef0", cidrBlock: "10.0.0.0/24" }),
      /InvalidVpcID.NotFound.*'a.vpcId'/,
    );
    const role = { role: "r", policyArn: "arn:aws:iam::123456789012:policy/gone" };
    await assert.rejects(
      aws.make("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "a", role),
      /NoSuchEntity.*'a.policyArn'/,
    );
    const managed = { role: "r", policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" };
    await aws.make("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "b", managed);
  });

  it("refuses to delete what others use, then deletes it", async () => {
    const vpc = await aws.make(VPC, "main", { cidrBlock: "10.0.0.0/16" });
    const subnet = await aws.make(SUBNET, "a", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
    await assert.rejects(aws.delete(VPC, "main", vpc.id), /DependencyViolation.*Subnet/);
    await aws.delete(SUBNET, "a", subnet.id);
    await aws.delete(VPC, "main", vpc.id);
    await aws.delete(VPC, "main", vpc.id);
    assert.deepEqual(readLedger(fresh.ledgerPath), []);
  });

  it("judges at create what was unknown at check", async () => {
    const vpc = await aws.make(VPC, "main", { cidrBlock: "10.0.0.0/16" });
    const { inputs } = await aws.check(SUBNET, "a", { vpcId: vpc.id, cidrBlock: UNKNOWN });
    await assert.rejects(
      aws.create(SUBNET, "a", { ...inputs, cidrBlock: "10.9.0.0/24" }),
      /InvalidSubnet.Range.*'a.cidrBlock'/,
    );
    const subnet = await aws.make(SUBNET, "a", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
    await assert.rejects(
      aws.update(SUBNET, "a", subnet.id, subnet.outputs, { ...subnet.inputs, cidrBlock: "10.9.0.0/24" }),
      /InvalidSubnet.Range/,
    );
  });

  it("forgets what it deleted: a later thing of that id may be adopted", async () => {
    const first = await aws.make(GROUP, "logs", {});
    await aws.read(GROUP, "logs", first.id);
    await aws.delete(GROUP, "logs", first.id);
    const interrupted = await aws.make(GROUP, "logs", {});
    const retried = await aws.make(GROUP, "logs", {});
    assert.deepEqual([interrupted.id, retried.id], [first.id, first.id]);
    assert.equal(readLedger(fresh.ledgerPath).length, 1);
  });

  it("names the version of a type that the package lacks", async () => {
    await assert.rejects(
      aws.check("aws:ecs/servis:Servis", "x", {}),
      /unrecognized resource type aws:ecs\/servis:Servis/,
    );
  });
});
