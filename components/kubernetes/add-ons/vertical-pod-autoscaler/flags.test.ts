import assert from "node:assert/strict";
import { COMMON } from "../test-world.ts";
import { PARTS } from "./args.ts";
import { FLAG_RULES } from "./flag-rules.ts";
import { flagsOf } from "./flags.ts";
import { normaliseVerticalPodAutoscaler } from "./normalise.ts";

describe("flags of the vertical autoscaler", () => {
  const record = normaliseVerticalPodAutoscaler({
    ...COMMON,
    recommender: { maxCpuMillicores: 1000, maxMemoryMiB: 1024 },
  });
  for (const part of PARTS)
    it(`are all flags that the ${part} of the pinned version has, and owned by an arg`, () => {
      const { known, owned, insecure } = FLAG_RULES[part];
      const names = flagsOf(record, part).map((flag) => flag.slice(2, flag.indexOf("=")));
      assert.deepEqual(
        names.filter((name) => !known.includes(name)),
        [],
      );
      assert.deepEqual(
        names.filter((name) => !Object.hasOwn(owned, name) && name !== "stderrthreshold"),
        [],
      );
      const ruled = [...Object.keys(owned), ...Object.keys(insecure)];
      assert.deepEqual(
        ruled.filter((name) => !known.includes(name)),
        [],
      );
    });
});
