import assert from "node:assert/strict";
import { clipped, edgeDistance, intervalsOf, joined, outside } from "./intervals.ts";

const interval = (fromSeconds: number, toSeconds: number) => ({ fromSeconds, toSeconds });

describe("firing intervals", () => {
  it("are read off a range query's points", () => {
    const points = [0, 60, 120, 300].map((seconds) => [seconds, 1] as const);
    const found = intervalsOf([{ labels: { service: "a" }, points }], 60, ({ service }) => service!);
    assert.deepEqual(found.get("a"), [interval(0, 180), interval(300, 360)]);
  });

  it("are joined over short gaps and clipped to a range", () => {
    const two = [interval(0, 60), interval(120, 180)];
    assert.deepEqual(joined(two, 60), [interval(0, 180)]);
    assert.deepEqual(joined(two, 59), two);
    assert.deepEqual(clipped(two, 30, 100), [interval(30, 60)]);
  });

  it("leave what is in none of the others", () => {
    const others = [interval(0, 20), interval(50, 60), interval(90, 200)];
    assert.deepEqual(outside([interval(10, 100)], others), [interval(20, 50), interval(60, 90)]);
    assert.deepEqual(outside([interval(10, 20)], others), []);
    assert.deepEqual(outside([interval(20, 50)], []), [interval(20, 50)]);
  });

  it("differ by their worst edge, and without bound where one is missing", () => {
    assert.equal(edgeDistance([interval(0, 60)], [interval(10, 45)]), 15);
    assert.equal(edgeDistance([interval(0, 60)], []), Number.POSITIVE_INFINITY);
    assert.equal(edgeDistance([], []), 0);
  });
});
