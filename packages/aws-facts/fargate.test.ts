import assert from "node:assert/strict";
import { fargateCpuUnits, fargateMemoryMiB, isFargatePair, zonesOf } from "./index.ts";

describe("aws-facts", () => {
  it("has the seven Fargate CPU sizes", () => {
    assert.deepEqual(fargateCpuUnits(), [256, 512, 1024, 2048, 4096, 8192, 16384]);
  });
  it("knows pairs at the edges of each row", () => {
    assert.ok(isFargatePair(256, 512) && isFargatePair(256, 2048) && isFargatePair(16384, 122880));
    assert.ok(!isFargatePair(256, 4096) && !isFargatePair(300, 512) && !isFargatePair(8192, 20000));
    assert.equal(fargateMemoryMiB(2048).length, 13);
  });
  it("names zones with their region", () => {
    assert.deepEqual(zonesOf("ap-northeast-1"), ["ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"]);
    assert.deepEqual(zonesOf("mars-1"), []);
  });
});
