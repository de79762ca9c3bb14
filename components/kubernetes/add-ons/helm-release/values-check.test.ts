import assert from "node:assert/strict";
import { assertValues, type ChartKeys, valueProblems } from "./values-check.ts";

const CHART: ChartKeys = {
  source: "test",
  keys: {
    replicas: "integer",
    "image/tag": "string",
    "pdb/min": ["integer", "string"],
    labels: "map",
    ratio: "number",
  },
};

describe("values of a chart", () => {
  it("pass where the chart has the key and takes the type", () => {
    const values = { replicas: 2, image: { tag: "1" }, pdb: { min: "50%" }, labels: { any: { thing: 1 } }, ratio: 1 };
    assert.deepEqual(valueProblems(values, CHART), []);
  });
  for (const [what, values, problem] of [
    ["a key it has not", { replica: 2 }, "replica is no key of the chart"],
    ["a key it has not, further in", { image: { name: "x" } }, "image/name is no key of the chart"],
    ["a type it does not take", { replicas: "2" }, "replicas is string, wanted integer"],
    ["none of several types", { pdb: { min: true } }, "pdb/min is boolean, wanted integer or string"],
    ["a value where keys are", { image: "x" }, "image is no key of the chart"],
    ["a fraction of a pod", { replicas: 1.5 }, "replicas is number, wanted integer"],
  ] as const)
    it(`are refused for ${what}`, () => {
      assert.deepEqual(valueProblems(values, CHART), [problem]);
      assert.throws(() => assertValues(CHART, values), { message: `values for test: ${problem}` });
    });
});
