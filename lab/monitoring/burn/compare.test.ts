import assert from "node:assert/strict";
import { longestApart } from "./compare.ts";

const interval = (fromSeconds: number, toSeconds: number) => ({ fromSeconds, toSeconds });

describe("two alerts that ought to be the same", () => {
  it("are apart for as long as one fires alone", () => {
    assert.equal(longestApart([interval(0, 100)], [interval(0, 60), interval(70, 100)], []), 10);
    assert.equal(longestApart([interval(0, 100)], [], []), 100);
    assert.equal(longestApart([interval(0, 100)], [interval(0, 100)], []), 0);
  });

  it("are forgiven where the burn rate is close to its threshold, and nowhere else", () => {
    assert.equal(longestApart([interval(0, 100)], [interval(0, 60)], [interval(55, 120)]), 0);
    assert.equal(longestApart([interval(0, 100)], [interval(0, 60)], [interval(80, 120)]), 20);
  });
});
