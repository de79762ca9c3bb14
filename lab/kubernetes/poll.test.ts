import assert from "node:assert/strict";
import { secondsUntil } from "./poll.ts";

describe("polling", () => {
  it("answers as soon as it is so, and tells how long it has asked", async () => {
    const told: number[] = [];
    const seconds = await secondsUntil({ withinSeconds: 60, everyMs: 1 }, (now) => told.push(now) === 3);
    assert.equal(told.length, 3);
    assert.equal(seconds, told[2]);
  });
  it("gives up without throwing", async () => {
    assert.equal(await secondsUntil({ withinSeconds: 0, everyMs: 1 }, async () => false), undefined);
  });
});
