import assert from "node:assert/strict";
import { changedLeaves } from "./diff.ts";
import { UNKNOWN } from "./values.ts";

describe("changed leaves", () => {
  it("names each by path and kind", () => {
    const changes = changedLeaves(
      { a: 1, list: [1, 2], map: { x: "1", "y.z": "2" }, gone: true },
      { a: 2, list: [1, 3, 4], map: { x: "1", "y.z": "3" }, fresh: true },
    );
    assert.deepEqual(Object.fromEntries(changes), {
      a: "update",
      "list[1]": "update",
      "list[2]": "add",
      'map["y.z"]': "update",
      gone: "delete",
      fresh: "add",
    });
  });
  it("counts an unknown value as a change and ignores the provider's marks", () => {
    assert.deepEqual(
      [...changedLeaves({ a: "x", __defaults: [] }, { a: UNKNOWN, __defaults: ["a"] })],
      [["a", "update"]],
    );
    assert.equal(changedLeaves({ a: [{ b: 1 }] }, { a: [{ b: 1 }] }).size, 0);
  });
});
