import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadPlan } from "../../stacks/config/load.ts";
import { diffable } from "./diffable.ts";

// UPDATE_SNAPSHOTS=1 npx mocha test/plan/snapshot.test.ts writes them anew; the diff is the review.
const UPDATE = process.env.UPDATE_SNAPSHOTS === "1";

describe("the plan's snapshot", () => {
  for (const stack of ["dev", "lab", "prod", "prod-eks"]) {
    it(`of ${stack} is as committed`, () => {
      const file = path.join(import.meta.dirname, `${stack}.snapshot.generated.json`);
      const text = diffable(loadPlan(stack));
      if (UPDATE) writeFileSync(file, text);
      assert.equal(text, readFileSync(file, "utf8"), "the plan changed; set UPDATE_SNAPSHOTS=1 if that is meant");
    });
  }
});
