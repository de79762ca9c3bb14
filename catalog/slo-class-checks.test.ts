import assert from "node:assert/strict";
import { checkSloClasses } from "./slo-class-checks.ts";
import { SLO_CLASSES } from "./slo-classes.ts";

const found = (availability: number, latencyP95Ms = 500) =>
  checkSloClasses({ gold: { availability, latencyP95Ms } }).map(({ path, fix }) => `${path.split("gold.")[1]} ${fix}`);

describe("SLO classes", () => {
  it("are sound as they are", () => assert.deepEqual(checkSloClasses(SLO_CLASSES), []));

  it("promise neither everything nor nothing, and no percent", () => {
    for (const availability of [1, 0, -0.1, Number.NaN, 100]) assert.equal(found(availability).length, 1);
    assert.match(found(99.95)[0]!, /^availability Write 0\.9995: it is a share/);
    assert.match(found(99.9)[0]!, /Write 0\.999:/);
  });

  it("promise a latency that a histogram can tell", () => {
    assert.match(found(0.999, 300)[0]!, /^latencyP95Ms Take the next bound/);
    assert.equal(found(2, 300).length, 2);
  });
});
