import assert from "node:assert/strict";
import { parseCpuMillicores, parseMemoryMiB } from "./quantity.ts";

describe("quantities the cluster answers with", () => {
  it("are read in the units of the plan", () => {
    assert.deepEqual(["250m", "1", "1.5"].map(parseCpuMillicores), [250, 1000, 1500]);
    assert.deepEqual(["262144k", "128Mi", "1Gi", "1048576"].map(parseMemoryMiB), [250, 128, 1024, 1]);
  });
});
