import assert from "node:assert/strict";
import { killPoint } from "../../lab/kill/point.ts";

describe("kill -9 of the engine in up", () => {
  // Early (network), middle (services half made), late: where dependencies differ most.
  for (const threshold of [15, 250, 520]) {
    it(`converges after ${threshold} resources`, async () => {
      const result = await killPoint(threshold);
      assert.deepEqual(result.problems, []);
      assert.ok(result.killedAfter >= threshold);
    });
  }
});
