import assert from "node:assert/strict";
import { fargateCpuUnits, fargateMemoryMiB, isFargatePair } from "@pyairtable/aws-facts";
import * as fc from "fast-check";
import { fargateCpuExpression, fargateMemoryExpression, type Size, snap } from "./sizes.ts";

const LIMIT: Size = { vcpu: 16, memoryGiB: 120 };
const needs = fc.record({
  vcpu: fc.double({ min: 0.01, max: 16, noNaN: true }),
  memoryGiB: fc.double({ min: 0.01, max: 120, noNaN: true }),
});
const PAIRS = fargateCpuUnits().flatMap((cpu) =>
  fargateMemoryMiB(cpu).map((mib) => ({ vcpu: cpu / 1024, memoryGiB: mib / 1024 })),
);
const HAIR = 1e-6;

describe("the size that fits", () => {
  it("on ECS is a Fargate pair that holds the need, and no pair with less of either does", () => {
    fc.assert(
      fc.property(needs, (need) => {
        const { vcpu, memoryGiB } = snap("ecs", need, LIMIT);
        assert.ok(isFargatePair(vcpu * 1024, memoryGiB * 1024), `${vcpu} ${memoryGiB}`);
        assert.ok(vcpu >= need.vcpu - HAIR && memoryGiB >= need.memoryGiB - HAIR);
        const smaller = PAIRS.filter((pair) => pair.vcpu <= vcpu && pair.memoryGiB <= memoryGiB);
        const holding = smaller.filter((pair) => pair.vcpu >= need.vcpu && pair.memoryGiB >= need.memoryGiB);
        assert.ok(holding.length <= 1, JSON.stringify(holding));
      }),
    );
  });
  it("on Kubernetes is the next step of 50 millicores and 64 MiB", () => {
    assert.deepEqual(snap("kubernetes", { vcpu: 0.3, memoryGiB: 0.25 }, LIMIT), { vcpu: 0.3, memoryGiB: 0.25 });
    assert.deepEqual(snap("kubernetes", { vcpu: 0.301, memoryGiB: 0.26 }, LIMIT), { vcpu: 0.35, memoryGiB: 0.3125 });
    assert.deepEqual(snap("kubernetes", { vcpu: 0.001, memoryGiB: 0.001 }, LIMIT), { vcpu: 0.05, memoryGiB: 0.0625 });
  });
  it("never goes past the stack's limit", () => {
    const limit = { vcpu: 2, memoryGiB: 8 };
    fc.assert(
      fc.property(needs, fc.constantFrom("ecs" as const, "kubernetes" as const), (need, runtime) => {
        const size = snap(runtime, need, limit);
        return size.vcpu <= limit.vcpu && size.memoryGiB <= limit.memoryGiB;
      }),
    );
  });
  it("grows with the need", () => {
    fc.assert(
      fc.property(needs, fc.double({ min: 1, max: 3, noNaN: true }), (need, times) => {
        const more = { vcpu: Math.min(16, need.vcpu * times), memoryGiB: Math.min(120, need.memoryGiB * times) };
        const [a, b] = [snap("ecs", need, LIMIT), snap("ecs", more, LIMIT)];
        return b.vcpu >= a.vcpu && b.memoryGiB >= a.memoryGiB;
      }),
    );
  });
  it("reads its ladders from the facts about AWS, in PromQL too", () => {
    const cpu = fargateCpuExpression("c", "m");
    for (const units of fargateCpuUnits().slice(0, -1))
      assert.ok(cpu.includes(`(c > bool ${units / 1024 + 1e-9})`), String(units));
    for (const units of fargateCpuUnits())
      assert.ok(fargateMemoryExpression("c", "m").includes(`(c == bool ${units / 1024})`));
  });
});
