import assert from "node:assert/strict";
import { COST_TAG_KEYS, costTags } from "@pyairtable/plan";
import { autoScalingTags, resourceTags } from "./tags.ts";

const tags = costTags({ project: "p", environment: "dev", service: "platform", owner: "o", costCenter: "c" });

describe("tags", () => {
  it("gives each resource its own object with the six keys", () => {
    assert.deepEqual(Object.keys(resourceTags(tags)), [...COST_TAG_KEYS]);
    assert.notEqual(resourceTags(tags), tags);
    assert.equal(resourceTags(tags, "nat").Name, "nat");
  });

  it("propagates every tag to what an Auto Scaling group launches", () => {
    const propagated = autoScalingTags(tags, "nat");
    assert.deepEqual(
      propagated.map((tag) => tag.key),
      [...COST_TAG_KEYS, "Name"],
    );
    assert.ok(propagated.every((tag) => tag.propagateAtLaunch));
  });
});
