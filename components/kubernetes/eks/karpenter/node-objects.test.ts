import assert from "node:assert/strict";
import { COST_TAG_KEYS } from "@pyairtable/plan";
import { TAGS } from "../test-world.ts";
import { nodeClassObject } from "./node-class.ts";
import { nodePoolObject } from "./node-pool.ts";
import { normaliseKarpenter } from "./normalise.ts";
import { karpenterArgs, POOLS, wiredToNothing } from "./test-args.ts";

const record = (over: Parameters<typeof karpenterArgs>[1] = {}) =>
  normaliseKarpenter(karpenterArgs(wiredToNothing(), over));
const [onDemand, spot] = POOLS;
const pool = (plan = spot!, over: Parameters<typeof karpenterArgs>[1] = {}) => nodePoolObject(record(over), plan);
const requirement = (key: string, plan = spot!) =>
  pool(plan).spec.template.spec.requirements.find((one) => one.key === key);
const nodeClass = nodeClassObject(record(), {
  instanceProfileName: "profile",
  privateSubnetIds: ["subnet-a", "subnet-b", "subnet-c"],
  securityGroupId: "sg-1",
}).spec;

describe("a node pool", () => {
  it("takes Spot and falls back, or on demand alone; architecture, categories and recent generations only", () => {
    assert.deepEqual(requirement("karpenter.sh/capacity-type")?.values, ["spot", "on-demand"]);
    assert.deepEqual(requirement("karpenter.sh/capacity-type", onDemand)?.values, ["on-demand"]);
    assert.deepEqual(requirement("kubernetes.io/arch")?.values, ["arm64"]);
    assert.deepEqual(requirement("karpenter.k8s.aws/instance-category")?.values, ["c", "m", "r"]);
    const generation = requirement("karpenter.k8s.aws/instance-generation");
    assert.deepEqual([generation?.operator, generation?.values], ["Gt", ["4"]]);
  });

  it("asks for six instance types of Spot, where there are as many", () => {
    assert.equal(requirement("node.kubernetes.io/instance-type")?.minValues, 6);
    assert.equal(requirement("node.kubernetes.io/instance-type", onDemand), undefined);
  });

  it("is called amd64 by Kubernetes where images are x86_64", () => {
    const { requirements } = pool(spot, { architectures: ["arm64", "x86_64"] }).spec.template.spec;
    assert.deepEqual(requirements[1]?.values, ["arm64", "amd64"]);
  });

  it("is tried by weight, ends at its limits, and renews its nodes", () => {
    const { weight, limits, template } = pool().spec;
    assert.deepEqual([weight, limits], [50, { cpu: "40", memory: "160Gi" }]);
    assert.equal(template.spec.expireAfter, "336h");
  });

  it("pitfall 14: ends a drain in bounded time, whatever the budgets of pods say", () => {
    assert.equal(pool().spec.template.spec.terminationGracePeriod, "30m");
    assert.equal(pool(spot, { drainMinutes: 60 }).spec.template.spec.terminationGracePeriod, "60m");
  });

  it("moves no node in working hours, but lets empty ones go", () => {
    const workingHours = { timeZone: "UTC", start: "08:00", end: "18:00", days: ["MON", "TUE"] } as const;
    assert.deepEqual(pool(spot, { workingHours }).spec.disruption, {
      consolidationPolicy: "WhenEmptyOrUnderutilized",
      consolidateAfter: "5m",
      budgets: [
        { nodes: "10%" },
        { nodes: "0", schedule: "0 8 * * MON,TUE", duration: "10h", reasons: ["Underutilized", "Drifted"] },
      ],
    });
    assert.deepEqual(pool().spec.disruption.budgets, [{ nodes: "10%" }]);
  });

  it("labels nodes with who pays, and with nothing of kubernetes.io, which its type refuses", () => {
    const labels = pool().spec.template.metadata.labels;
    assert.equal(labels["pyairtable.io/cost-center"], TAGS.CostCenter);
    for (const key of Object.keys(labels)) assert.match(key, /^pyairtable\.io\//);
  });

  it("waits for its nodes when deleted", () => {
    assert.deepEqual(pool().metadata.annotations, { "pulumi.com/deletionPropagationPolicy": "foreground" });
  });
});

describe("the node class", () => {
  it("asks for session tokens one hop away", () => {
    assert.deepEqual(nodeClass.metadataOptions, {
      httpEndpoint: "enabled",
      httpTokens: "required",
      httpPutResponseHopLimit: 1,
      httpProtocolIPv6: "disabled",
    });
  });

  it("encrypts both disks, and gives no public address", () => {
    assert.deepEqual(
      nodeClass.blockDeviceMappings.map(({ deviceName, ebs }) => [
        deviceName,
        ebs.volumeSize,
        ebs.volumeType,
        ebs.encrypted,
      ]),
      [
        ["/dev/xvda", "4Gi", "gp3", true],
        ["/dev/xvdb", "30Gi", "gp3", true],
      ],
    );
    assert.equal(nodeClass.associatePublicIPAddress, false);
  });

  it("pins its image", () => {
    assert.match(nodeClass.amiSelectorTerms[0]!.alias, /^bottlerocket@v\d+\.\d+\.\d+$/);
  });

  it("pitfall 31: tags instances and volumes with who pays, and with no tag its type reserves", () => {
    for (const key of COST_TAG_KEYS) assert.equal(nodeClass.tags[key], TAGS[key]);
    for (const key of Object.keys(nodeClass.tags))
      assert.doesNotMatch(key, /^(kubernetes\.io\/cluster|karpenter|eks:)/);
  });

  it("names subnets and group by id, as many as there are zones", () => {
    assert.equal(nodeClass.subnetSelectorTerms.length, 3);
    assert.deepEqual(nodeClass.securityGroupSelectorTerms, [{ id: "sg-1" }]);
  });
});
