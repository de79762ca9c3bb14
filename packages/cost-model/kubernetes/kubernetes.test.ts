import assert from "node:assert/strict";
import fc from "fast-check";
import { priceBook } from "../prices.ts";
import { NODES } from "./assumptions.ts";
import { averagePods } from "./average-pods.ts";
import { podLines } from "./pod-lines.ts";
import { shareOfWindow } from "./window-share.ts";

const book = priceBook("us-east-1");

describe("prices of nodes", () => {
  const families = { arm64: ["c7g", "m7g", "r7g"], x86_64: ["c7i", "m7i", "r7i"] } as const;
  for (const [architecture, names] of Object.entries(families)) {
    it(`of ${architecture} are the least-squares fit of ${names.join(", ")}, on demand and less the Spot discount`, () => {
      // Price of one vCPU with 2, 4 and 8 GiB beside it.
      const points = names.map((name, i) => ({
        gib: 2 ** (i + 1),
        usd: book.prices[`ec2.${name}.large` as "ec2.m7g.large"].usd / 2,
      }));
      const mean = (of: (point: (typeof points)[number]) => number) => points.reduce((sum, p) => sum + of(p), 0) / 3;
      const gib = mean((p) => p.gib);
      const slope = mean((p) => (p.gib - gib) * (p.usd - mean((q) => q.usd))) / mean((p) => (p.gib - gib) ** 2);
      const vcpu = mean((p) => p.usd) - slope * gib;
      const price = (key: string) => book.prices[`${key}` as "node.arm64.vcpu"].usd;
      near(price(`node.${architecture}.memory`), slope);
      near(price(`node.${architecture}.vcpu`), vcpu);
      for (const part of ["vcpu", "memory"]) {
        const onDemand = price(`node.${architecture}.${part}`);
        near(price(`node-spot.${architecture}.${part}`), onDemand * (1 - NODES.spot.assumedDiscount));
      }
      // No reference type is off the fit by more than a twentieth.
      for (const { gib: g, usd } of points) assert.ok(Math.abs(vcpu + slope * g - usd) < usd * 0.05);
    });
  }
});

describe("podLines", () => {
  it("prices 0.25 vCPU and 0.5 GiB on ARM64 by hand", () => {
    const size = { architecture: "arm64", cpuMillicores: 250, memoryMiB: 512 } as const;
    // × 1.2788 × 730: 0.25 × 0.029875 = 6.97; 0.5 × 0.0029268 = 1.37; disk 0.25 × 1.2788 / 4 × 34 × 0.08 = 0.22.
    assert.deepEqual(
      podLines(book, size, "onDemand", 1).map(({ usd }) => usd),
      [6.97, 1.37, 0.22],
    );
    // Spot: 40%, the disk as before.
    assert.deepEqual(
      podLines(book, size, "spot", 1).map(({ usd }) => usd),
      [2.79, 0.55, 0.22],
    );
    assert.deepEqual(podLines(book, size, "spot", 0), []);
  });
});

describe("averagePods", () => {
  const always = { min: 2, max: 22, windows: [] };
  it("runs the minimum and a twentieth of the way to the maximum, by capacity", () => {
    assert.deepEqual(averagePods({ kind: "spot", ...always }), { onDemand: 0, spot: 3 });
    assert.deepEqual(averagePods({ kind: "on-demand", ...always }), { onDemand: 3, spot: 0 });
    assert.deepEqual(averagePods({ kind: "spread", ...always }), { onDemand: 1.5, spot: 1.5 });
  });
  it("sleeps outside its windows, where nothing grows", () => {
    const windows = [{ replicas: 2, shareOfWeek: 0.25 }];
    assert.equal(averagePods({ kind: "spot", min: 0, max: 22, windows }).spot, 0.25 * 3);
  });
  it("runs a pod more in a window above its minimum", () => {
    const windows = [{ replicas: 3, shareOfWeek: 0.5 }];
    assert.equal(averagePods({ kind: "spot", min: 2, max: 2, windows }).spot, 2.5);
  });
  it("stays between minimum and maximum and never gains by fewer hours", () => {
    const bounds = fc.tuple(fc.nat(4), fc.nat(6)).map(([min, more]) => ({ min, max: min + more }));
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(bounds, fc.nat(10), share, share, (replicas, extra, a, b) => {
        const of = (shareOfWeek: number) =>
          averagePods({
            kind: "spot",
            ...replicas,
            windows: [{ replicas: Math.min(replicas.max, replicas.min + extra), shareOfWeek }],
          }).spot;
        const [less, more] = [of(Math.min(a, b)), of(Math.max(a, b))];
        assert.ok(less >= replicas.min - 1e-9 && more <= replicas.max + 1e-9);
        assert.ok(less <= more + 1e-9);
      }),
    );
  });
});

describe("shareOfWindow", () => {
  it("counts working hours, nights over the week's end, and every day", () => {
    assert.equal(shareOfWindow("0 7 * * 1,2,3,4,5", "0 20 * * 1,2,3,4,5"), 65 / 168);
    assert.equal(shareOfWindow("0 7 * * 1-5", "0 20 * * 1-5"), 65 / 168);
    assert.equal(shareOfWindow("0 22 * * 6", "0 6 * * 0"), 8 / 168);
    assert.equal(shareOfWindow("0 22 * * 6", "0 6 * * 7"), 8 / 168);
    assert.equal(shareOfWindow("30 6 * * *", "30 9 * * *"), 3 / 24);
  });
  it("knows no other expressions", () => {
    for (const cron of ["*/5 7 * * *", "0 7 1 * *", "0 7 * 6 *", "", "0 7 * * MON"]) {
      assert.equal(shareOfWindow(cron, "0 20 * * *"), null, cron);
    }
  });
});

function near(got: number, wanted: number): void {
  assert.ok(Math.abs(got - wanted) < 1e-6, `${got}, wanted ${wanted}`);
}
