import assert from "node:assert/strict";
import fc from "fast-check";
import { allocateSpot, onDemandFloor, type SpotInput, splitTasks } from "./index.ts";

const service = fc.record({
  tier: fc.constantFrom("critical" as const, "standard" as const, "batch" as const),
  cpuUnits: fc.constantFrom(256, 512, 1024, 2048),
  replicas: fc.tuple(fc.nat(3), fc.nat(4)).map(([min, more]) => ({ min, max: min + more })),
});
const platform = (maxLength: number) =>
  fc
    .array(service, { minLength: 1, maxLength })
    .map((list): SpotInput[] => list.map((s, i) => ({ name: `s${String(i).padStart(2, "0")}`, ...s })));
const options = fc.record({
  targetShare: fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
  tolerance: fc.constantFrom(0, 0.02, 0.1),
});

/** Every total of Spot vCPU an allowed assignment can have. */
function reachable(inputs: readonly SpotInput[]): Set<number> {
  let sums = new Set([0]);
  for (const { tier, cpuUnits, replicas } of inputs) {
    const next = new Set<number>();
    for (const sum of sums) {
      for (let od = Math.min(onDemandFloor(tier, replicas.min), replicas.min); od <= replicas.min; od++) {
        next.add(sum + (replicas.min - od) * cpuUnits);
      }
    }
    sums = next;
  }
  return sums;
}

describe("allocateSpot", () => {
  it("meets the tolerance whenever any assignment could, and is nearest where none can", () => {
    fc.assert(
      fc.property(platform(6), options, (inputs, opts) => {
        const total = inputs.reduce((sum, s) => sum + s.cpuUnits * s.replicas.min, 0);
        const result = allocateSpot(inputs, opts);
        const distances = [...reachable(inputs)].map((spot) =>
          Math.abs((total === 0 ? 0 : spot / total) - opts.targetShare),
        );
        const nearest = Math.min(...distances);
        assert.equal(result.withinTolerance, nearest <= opts.tolerance + 1e-9);
        if (!result.withinTolerance) {
          assert.ok(Math.abs(Math.abs(result.actualShare - opts.targetShare) - nearest) < 1e-9);
        }
      }),
    );
  });

  it("holds critical floors and reports the share that its placements give", () => {
    fc.assert(
      fc.property(platform(12), options, (inputs, opts) => {
        const result = allocateSpot(inputs, opts);
        let spot = 0;
        let total = 0;
        for (const s of inputs) {
          const placement = result.placements.get(s.name)!;
          assert.ok(placement.onDemandWeight + placement.spotWeight > 0);
          assert.ok(placement.onDemandBase >= onDemandFloor(s.tier, s.replicas.min));
          for (let count = s.replicas.min; count <= s.replicas.max; count++) {
            const split = splitTasks(placement, count);
            assert.equal(split.onDemand + split.spot, count);
            if (s.tier === "critical" && count > 0) assert.ok(split.onDemand >= 1);
          }
          spot += splitTasks(placement, s.replicas.min).spot * s.cpuUnits;
          total += s.replicas.min * s.cpuUnits;
        }
        assert.ok(Math.abs(result.actualShare - (total === 0 ? 0 : spot / total)) < 1e-12);
      }),
    );
  });

  it("does not depend on the order of services", () => {
    const shuffled = platform(10).chain((inputs) =>
      fc.tuple(
        fc.constant(inputs),
        fc.shuffledSubarray(inputs, { minLength: inputs.length, maxLength: inputs.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, options, ([inputs, other], opts) => {
        assert.deepEqual([...allocateSpot(inputs, opts).placements], [...allocateSpot(other, opts).placements]);
      }),
    );
  });

  it("spends on-demand tasks on standard services before second tasks of others", () => {
    const inputs: SpotInput[] = [
      { name: "pay", tier: "critical", cpuUnits: 512, replicas: { min: 2, max: 6 } },
      { name: "mail", tier: "batch", cpuUnits: 512, replicas: { min: 5, max: 9 } },
      { name: "search", tier: "standard", cpuUnits: 512, replicas: { min: 2, max: 4 } },
      { name: "views", tier: "standard", cpuUnits: 512, replicas: { min: 1, max: 4 } },
    ];
    const { placements, actualShare } = allocateSpot(inputs, { targetShare: 0.7, tolerance: 0.02 });
    assert.equal(actualShare, 0.7);
    const bases = Object.fromEntries([...placements].map(([name, p]) => [name, p.onDemandBase]));
    assert.deepEqual(bases, { mail: 0, pay: 1, search: 1, views: 1 });
    assert.deepEqual(placements.get("views"), {
      onDemandBase: 1,
      onDemandWeight: 3,
      spotWeight: 7,
      why: "standard: 1 of 1 on demand, the platform's share allows it; grows 3:7 on demand to Spot",
    });
  });

  it("takes the nearest share among equal choices", () => {
    const standard = { tier: "standard" as const, replicas: { min: 1, max: 1 } };
    const inputs: SpotInput[] = [
      { name: "small", cpuUnits: 256, ...standard },
      { name: "large", cpuUnits: 512, ...standard },
    ];
    // Either alone on Spot is within 30 points of 60%: 33% or 67%.
    const { placements } = allocateSpot(inputs, { targetShare: 0.6, tolerance: 0.3 });
    assert.equal(placements.get("large")?.onDemandBase, 0);
    assert.equal(placements.get("small")?.onDemandBase, 1);
  });

  it("leaves critical services at their floor where the tolerance allows it", () => {
    const inputs: SpotInput[] = [{ name: "pay", tier: "critical", cpuUnits: 512, replicas: { min: 4, max: 8 } }];
    assert.equal(allocateSpot(inputs, { targetShare: 0.3, tolerance: 0.3 }).placements.get("pay")?.onDemandBase, 2);
  });

  it("says what would make an unreachable target reachable", () => {
    const critical: SpotInput = { name: "pay", tier: "critical", cpuUnits: 512, replicas: { min: 2, max: 2 } };
    const floors = allocateSpot([critical], { targetShare: 0.7, tolerance: 0.02 });
    assert.equal(floors.withinTolerance, false);
    assert.match(floors.why, /at most 50% .*pay.*Lower spot.targetShare to 50%/);
    const lumpy = allocateSpot([{ ...critical, tier: "standard" }], { targetShare: 0.7, tolerance: 0.02 });
    assert.match(lumpy.why, /nearest reachable share is 50%.*Raise spot.tolerance to 20%/);
    assert.match(allocateSpot([], { targetShare: 0.7, tolerance: 0.02 }).why, /no service has a minimum replica/);
  });

  it("refuses inputs that no catalog may produce", () => {
    const one: SpotInput = { name: "a", tier: "batch", cpuUnits: 256, replicas: { min: 1, max: 1 } };
    const opts = { targetShare: 0.7, tolerance: 0.02 };
    assert.throws(() => allocateSpot([one, one], opts), /two services are named a/);
    assert.throws(() => allocateSpot([{ ...one, cpuUnits: 0.5 }], opts), /cpuUnits/);
    assert.throws(() => allocateSpot([{ ...one, replicas: { min: 2, max: 1 } }], opts), /replicas/);
    assert.throws(() => allocateSpot([one], { targetShare: 70, tolerance: 0.02 }), /between 0 and 1/);
  });
});

describe("onDemandFloor", () => {
  it("is half of a critical minimum, rounded up, at least one", () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((min) => onDemandFloor("critical", min)),
      [1, 1, 1, 2, 2, 3],
    );
    assert.equal(onDemandFloor("standard", 5) + onDemandFloor("batch", 5), 0);
  });
});

describe("splitTasks", () => {
  it("fills the base first, then follows the weights", () => {
    const placement = { onDemandBase: 2, onDemandWeight: 3, spotWeight: 7 };
    assert.deepEqual(splitTasks(placement, 0), { onDemand: 0, spot: 0 });
    assert.deepEqual(splitTasks(placement, 2), { onDemand: 2, spot: 0 });
    assert.deepEqual(splitTasks(placement, 3), { onDemand: 2, spot: 1 });
    assert.deepEqual(splitTasks(placement, 12), { onDemand: 5, spot: 7 });
  });
  it("gives the odd task of an even split to on-demand", () => {
    assert.deepEqual(splitTasks({ onDemandBase: 0, onDemandWeight: 1, spotWeight: 1 }, 3), { onDemand: 2, spot: 1 });
  });
  it("never lets either side shrink by more than the added task when the count grows", () => {
    const weights = fc.record({
      onDemandBase: fc.nat(5),
      onDemandWeight: fc.nat(9),
      spotWeight: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(weights, fc.nat(40), (placement, count) => {
        const now = splitTasks(placement, count);
        const next = splitTasks(placement, count + 1);
        assert.equal(now.onDemand + now.spot, count);
        assert.ok(next.onDemand >= now.onDemand && next.spot >= now.spot);
      }),
    );
  });
  it("refuses a placement without weight", () => {
    assert.throws(() => splitTasks({ onDemandBase: 1, onDemandWeight: 0, spotWeight: 0 }, 1), /weight/);
  });
});
