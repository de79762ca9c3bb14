import assert from "node:assert/strict";
import type { KubernetesMode, PodCapacity } from "@pyairtable/plan";
import fc from "fast-check";
import { availabilityOf, splitPods, spotShareOf, spotShareOfPods } from "../index.ts";
import { simulatePlan } from "../simulate.ts";
import { onKubernetes, sampleKubernetes, samplePlan, sampleService } from "../test/sample-plan.ts";
import { fleetOf } from "./fleet.ts";
import { RISK } from "./parameters.ts";

const pods = (name: string, kind: PodCapacity["kind"], min = 1) =>
  sampleService(name, onKubernetes(name, kind, { replicas: { min, max: 9 } }));
const planOf = (mode: KubernetesMode, ...services: ReturnType<typeof pods>[]) =>
  samplePlan(services, { kubernetes: sampleKubernetes(mode) });
const YEAR = 730 * 60 * 12;

describe("availability on Kubernetes", () => {
  it("of one Spot pod is bounded by the start of a node, by hand", () => {
    // 75 s of node, 20 s of start-up; in a storm 10 s more until Karpenter gives Spot up.
    const replacement = (75 + 20) / 60;
    const hit = (0.25 + 0.75 * (4 / 7)) * (2 / 3);
    const waits = (0.25 + 0.75 / 7) * (2 / 3);
    const minutes = 12 * 0.05 * replacement + RISK.stormsPerYear * (hit * replacement + waits * (10 / 60));
    const one = availabilityOf(planOf("eks", pods("a", "spot"))).services.a!;
    assert.equal(one.availabilityPercent, Math.floor((1 - minutes / YEAR) * 1e6) / 1e4);
    assert.equal(one.worstOutageMinutes, 1.8);
    assert.equal(one.survivesTotalSpotLoss, false);
  });

  it("beats the same service on Fargate Spot, which waits for Spot", () => {
    const placement = { onDemandBase: 0, onDemandWeight: 0, spotWeight: 1, why: "test" };
    const onEcs = availabilityOf(samplePlan([sampleService("a", { placement })])).services.a!;
    const onEks = availabilityOf(planOf("eks", pods("a", "spot"))).services.a!;
    assert.ok(onEks.availabilityPercent > onEcs.availabilityPercent);
    assert.ok(onEks.worstOutageMinutes < onEcs.worstOutageMinutes / 10);
  });

  it("takes longer in a cluster whose nodes are somebody else's", () => {
    const of = (mode: KubernetesMode) => availabilityOf(planOf(mode, pods("a", "spot"))).services.a!;
    assert.ok(of("existing").availabilityPercent < of("eks").availabilityPercent);
  });

  it("keeps half of spread pods, rounded down, and lets the others wait for Spot", () => {
    const { a, b } = availabilityOf(planOf("eks", pods("a", "spread", 3), pods("b", "on-demand", 2))).services;
    assert.deepEqual([a?.onDemandTasks, a?.spotTasks, a?.survivesTotalSpotLoss], [1, 2, true]);
    assert.deepEqual([b?.onDemandTasks, b?.spotTasks, b?.survivesTotalSpotLoss], [2, 0, true]);
    assert.equal(fleetOf(pods("a", "spread", 3), "eks").fallbackMinutes, null);
  });

  it("agrees with the simulation", () => {
    const plan = planOf("eks", pods("one", "spot"), pods("five", "spot", 5), pods("half", "spread", 4));
    const closed = availabilityOf(plan).services;
    const simulated = simulatePlan(plan, { seed: 7, years: 4000 }).services;
    // Storms are three minutes long here, waits shorter than that: the closed form is cautious by as much.
    const spread = (100 * RISK.stormsPerYear * RISK.coInterruptionMinutes) / YEAR;
    for (const [name, { availabilityPercent }] of Object.entries(closed)) {
      const { low, high } = simulated[name]!.intervalPercent;
      const slack = high - low + spread;
      assert.ok(availabilityPercent >= low - slack && availabilityPercent <= high + slack, `${name}: ${low}–${high}`);
    }
  });

  it("knows nothing of the twins of ECS", () => {
    const plan = planOf("eks", pods("a", "spot"), pods("b", "spread", 2));
    assert.deepEqual(availabilityOf(plan, { fallback: true }), availabilityOf(plan));
  });

  it("takes the request for what a pod carries", () => {
    const small = sampleService("a", onKubernetes("a", "spot", { requests: { cpuMillicores: 100, memoryMiB: 128 } }));
    // 143 CPU units of load, 87 a pod.
    assert.equal(fleetOf(small, "eks").needed, 2);
  });
});

describe("splitPods", () => {
  it("gives every pod a place and spread pods a half that differs by one at most", () => {
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.constantFrom("spot" as const, "spread" as const, "on-demand" as const),
        (count, kind) => {
          const { onDemand, spot } = splitPods(kind, count);
          assert.equal(onDemand + spot, count);
          assert.ok(Math.abs(spot - count * spotShareOfPods(kind)) <= 0.5);
        },
      ),
    );
  });
});

describe("spotShareOf", () => {
  it("is the share of vCPU over both runtimes", () => {
    const spot = { onDemandBase: 0, onDemandWeight: 0, spotWeight: 1, why: "test" };
    const onEcs = sampleService("a", { cpuUnits: 1024, placement: spot });
    // 1 vCPU on Spot on ECS; 2 × 0.25 spread and 1 × 0.25 on demand on Kubernetes: 1.25 of 1.75.
    const plan = planOf("eks", onEcs, pods("b", "spread", 2), pods("c", "on-demand"));
    assert.equal(spotShareOf(plan), 1.25 / 1.75);
    assert.equal(spotShareOf(samplePlan([])), 0);
  });

  it("is what the allocation says where all run on ECS", () => {
    const base = { onDemandBase: 1, onDemandWeight: 3, spotWeight: 7, why: "test" };
    assert.equal(spotShareOf(samplePlan([sampleService("a", { replicas: { min: 2, max: 4 }, placement: base })])), 0.5);
  });
});
