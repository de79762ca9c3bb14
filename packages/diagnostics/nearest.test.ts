import assert from "node:assert/strict";
import { nearest } from "./nearest.ts";

describe("the nearest word", () => {
  it("is the one a typo was meant for", () => {
    assert.equal(nearest("montlyUsd", ["dailyAlertUsd", "monthlyUsd"]), "monthlyUsd");
    assert.equal(nearest("REGION", ["region"]), "region");
  });
  it("is none when nothing is near", () => {
    assert.equal(nearest("colour", ["region", "zones"]), undefined);
    assert.equal(nearest("x", []), undefined);
  });
});
