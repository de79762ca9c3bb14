import assert from "node:assert/strict";
import { type Size, snap } from "@pyairtable/monitoring";
import * as fc from "fast-check";
import { allSizes, isTooLarge, leastThatHolds } from "./sizes.ts";

const LIMIT = { ecs: { vcpu: 16, memoryGiB: 120 }, kubernetes: { vcpu: 2, memoryGiB: 8 } } as const;
const size = (vcpu: number, memoryGiB: number): Size => ({ vcpu, memoryGiB });
const runtimes = fc.constantFrom("ecs" as const, "kubernetes" as const);
const shares = fc.record({
  vcpu: fc.double({ min: 0.05, max: 1, noNaN: true }),
  memoryGiB: fc.double({ min: 0.05, max: 1, noNaN: true }),
});

describe("sizes as the lab's truth counts them", () => {
  it("are the ones that the rules' TypeScript snaps to", () => {
    fc.assert(
      fc.property(runtimes, shares, (runtime, share) => {
        const need = size(share.vcpu * LIMIT[runtime].vcpu, share.memoryGiB * LIMIT[runtime].memoryGiB);
        const least = leastThatHolds(allSizes(runtime, LIMIT[runtime]), need)!;
        assert.deepEqual(least, snap(runtime, need, LIMIT[runtime]));
      }),
    );
  });

  it("are too large where one dimension shrinks with room, beside one that only fits", () => {
    const pods = allSizes("kubernetes", LIMIT.kubernetes);
    const judged = (cpu: number, memory: number) =>
      isTooLarge(pods, size(0.25, 2), {
        stay: size((cpu * 0.25) / 0.8, memory * 2 * 1.15),
        enter: size((cpu * 0.25) / 0.7, memory * 2 * 1.25),
      });
    assert.ok(judged(0.76, 0.38));
    assert.ok(!judged(0.82, 0.38), "CPU would have to grow");
    assert.ok(!judged(0.76, 0.82), "a step less has no room to begin with");
    assert.ok(judged(0.3, 0.86), "CPU alone");
  });

  it("are never too large where what fits is larger in one dimension", () => {
    fc.assert(
      fc.property(runtimes, shares, shares, fc.nat(), (runtime, at, share, seed) => {
        const sizes = allSizes(runtime, LIMIT[runtime]);
        const has = sizes[seed % sizes.length]!;
        const stay = size(share.vcpu * has.vcpu * 1.3, share.memoryGiB * has.memoryGiB * 1.3);
        const enter = size(stay.vcpu * (1 + at.vcpu / 4), stay.memoryGiB * (1 + at.memoryGiB / 4));
        if (!isTooLarge(sizes, has, { stay, enter })) return;
        const fits = leastThatHolds(sizes, stay)!;
        assert.ok(fits.vcpu <= has.vcpu && fits.memoryGiB <= has.memoryGiB, JSON.stringify({ has, fits }));
      }),
    );
  });
});
