import assert from "node:assert/strict";
import type { KubernetesPlan, Plan } from "@pyairtable/plan";
import { eksFromPlan, karpenterFromPlan } from "./index.ts";
import { normaliseKarpenter } from "./karpenter/normalise.ts";
import { POOLS, wiredToNothing } from "./karpenter/test-args.ts";
import { normaliseCluster } from "./normalise.ts";
import { ADMIN, TAGS } from "./test-world.ts";

const kubernetes = {
  mode: "eks",
  version: "1.34",
  admins: [ADMIN],
  nodes: { system: { instanceType: "t4g.medium", count: 2 }, pools: POOLS },
  addOns: { "prometheus-operator": { enabled: true, why: "a test" } },
} as unknown as KubernetesPlan;

const plan = (over: Partial<Plan> = {}): Plan =>
  ({
    project: "pyairtable",
    environment: "prod",
    production: true,
    region: "us-east-1",
    zones: ["us-east-1a", "us-east-1b", "us-east-1c"],
    tags: TAGS,
    cluster: { containerInsights: "disabled", exec: null, logRetentionDays: 14 },
    offHours: { timeZone: "UTC", start: "08:00", end: "18:00", days: ["MON"] },
    services: [],
    kubernetes,
    ...over,
  }) as unknown as Plan;
const service = (architecture: string, runs = true) => ({ architecture, kubernetes: runs ? {} : null });
const wiring = { accountId: "111122223333", vpcId: "vpc-1", privateSubnetIds: ["a", "b", "c"] };
const karpenter = (over: Partial<Plan> = {}) => karpenterFromPlan(plan(over), { ...wiring, ...wiredToNothing() });

describe("the plan's cluster", () => {
  it("is one that the component takes", () => {
    const { system, access, version } = normaliseCluster(eksFromPlan(plan(), wiring));
    assert.deepEqual(
      [system.instanceType, access.map(({ principalArn }) => principalArn), version],
      ["t4g.medium", [ADMIN], "1.34"],
    );
  });

  it("is protected in production", () => {
    assert.equal(eksFromPlan(plan(), wiring).deletionProtection, true);
    assert.equal(eksFromPlan(plan({ production: false }), wiring).deletionProtection, false);
  });

  it("is refused where the plan has none", () => {
    const none = plan({ kubernetes: { ...kubernetes, mode: "existing", nodes: null } });
    assert.throws(() => eksFromPlan(none, wiring), /kubernetes.mode is existing/);
    assert.throws(() => karpenterFromPlan(none, { ...wiring, ...wiredToNothing() }), /kubernetes.mode is existing/);
  });
});

describe("the plan's pools", () => {
  it("are what Karpenter gets, with the hours people work", () => {
    const record = normaliseKarpenter(karpenter());
    assert.deepEqual(record.pools, POOLS);
    assert.deepEqual(record.workingHours, { timeZone: "UTC", start: "08:00", end: "18:00", days: ["MON"] });
    assert.equal(record.serviceMonitor, true);
  });

  it("have the architectures of the services that run there, ARM64 where none does", () => {
    const of = (services: object[]) => karpenter({ services: services as never }).architectures;
    assert.deepEqual(of([]), ["arm64"]);
    assert.deepEqual(of([service("x86_64", false)]), ["arm64"]);
    assert.deepEqual(of([service("x86_64"), service("arm64"), service("arm64")]), ["arm64", "x86_64"]);
  });
});
