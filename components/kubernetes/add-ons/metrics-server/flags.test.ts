import assert from "node:assert/strict";
import { COMMON } from "../test-world.ts";
import { FLAG_RULES, flagsOf } from "./flags.ts";
import { normaliseMetricsServer } from "./normalise.ts";

describe("flags of metrics-server", () => {
  it("are all flags that the pinned version has", () => {
    const { known, owned, insecure } = FLAG_RULES;
    const record = normaliseMetricsServer({ ...COMMON, install: { kind: "manifests" } });
    const names = flagsOf(record).map((flag) => flag.slice(2, flag.indexOf("=")));
    const ruled = [...names, ...Object.keys(owned), ...Object.keys(insecure)];
    assert.deepEqual(
      ruled.filter((name) => !known.includes(name)),
      [],
    );
  });
});
