import assert from "node:assert/strict";
import fc from "fast-check";
import { autonamed, physicalName } from "./names.ts";

describe("names", () => {
  it("keeps names that fit", () => {
    assert.equal(physicalName("target-group", "x".repeat(32)), "x".repeat(32));
    assert.equal(autonamed("target-group", "x".repeat(24)), "x".repeat(24));
  });

  it("cuts longer ones to the limit, and leaves room for the provider's suffix", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z0-9-]{0,80}$/), (name) => {
        assert.ok(physicalName("load-balancer", name).length <= 32);
        assert.ok(autonamed("load-balancer", name).length <= 24);
        assert.equal(autonamed("load-balancer", name), autonamed("load-balancer", name));
      }),
    );
  });

  it("keeps long names apart that differ only at the end", () => {
    const long = "billing-and-subscription-service";
    assert.notEqual(autonamed("target-group", `${long}-blue`), autonamed("target-group", `${long}-green`));
  });
});
