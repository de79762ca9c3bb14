import assert from "node:assert/strict";
import { levelsOf } from "./record.ts";

const past = (record: string, expr: string) => ({ rule: { record, expr }, intervalSeconds: 60 });
const names = (levels: ReturnType<typeof levelsOf>) => levels.map((level) => level.map(({ rule }) => rule.record));

describe("levels of rules", () => {
  it("put a rule after all that it reads", () => {
    const rules = [past("c:x", "a:x + b:x"), past("b:x", "rate(a:x[5m])"), past("a:x", "raw_total")];
    assert.deepEqual(names(levelsOf(rules)), [["a:x"], ["b:x"], ["c:x"]]);
  });

  it("keep rules of one name together, and one that reads itself where it is", () => {
    const rules = [past("a:x", "raw_a"), past("a:x", "b:x"), past("b:x", "b:x or raw_b")];
    assert.deepEqual(names(levelsOf(rules)), [["b:x"], ["a:x", "a:x"]]);
  });
});
