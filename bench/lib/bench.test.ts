import assert from "node:assert/strict";
import prodLimits from "../../policies/limits/prod.json" with { type: "json" };
import { figures } from "./figures.ts";
import { measure } from "./measure.ts";
import { readOptions } from "./options.ts";
import { treeResidentMiB } from "./process-tree.ts";
import { scaledLimits } from "./scaled-limits.ts";
import { createdResources } from "./sides.ts";
import { benchTable } from "./table.ts";

describe("the figures of a bench", () => {
  const sample = (seconds: number, peakMiB: number, resources = 100) => ({ seconds, peakMiB, resources });

  it("are medians, and milliseconds for each resource", () => {
    const result = figures([sample(9, 300), sample(2, 100), sample(3, 200)]);
    assert.deepEqual(result, { seconds: 3, peakMiB: 200, resources: 100, msPerResource: 30, range: [2, 9] });
  });

  it("are refused where runs made different things", () => {
    assert.throws(() => figures([sample(1, 1, 100), sample(1, 1, 99)]), /differ in their resources/);
  });

  it("stand in one table with ratios of the first side to the second", () => {
    const side = (name: string, seconds: number) => ({ name, figures: figures([sample(seconds, seconds * 100)]) });
    const text = benchTable([{ copies: 3, services: 90, sides: [side("a", 6), side("b", 4)] }]);
    assert.match(text, /3x.+90.+a .+100.+6\.00.+6\.0 to 6\.0.+60\.00.+600/);
    assert.match(text, /3x.+ratio.+1\.00.+1\.50.+1\.50.+1\.50/);
  });
});

describe("one measurement", () => {
  const node = (code: string) => ({ command: "node", args: ["-e", code], cwd: ".", env: process.env });

  it("has the output and the memory of the command's children", async () => {
    const child = "require('child_process').spawnSync('sleep', ['0.4']); console.log('done')";
    const { output, peakMiB } = await measure(node(child));
    assert.equal(output, "done\n");
    assert.ok(peakMiB > 10, String(peakMiB));
  });

  it("is none for a command that fails", async () => {
    await assert.rejects(measure(node("console.log('why'); process.exit(3)")), /ended with 3:\nwhy/);
  });

  it("counts nothing for a process that is gone", () => assert.equal(treeResidentMiB(2 ** 30), 0));
  it("counts this process", () => assert.ok(treeResidentMiB(process.pid) > 10));
});

describe("what the preview made", () => {
  it("is read from its summary", () => assert.equal(createdResources("Resources:\n    + 721 to create\n"), 721));
  it("is an error where there is none", () => assert.throws(() => createdResources("error"), /no number of resources/));
});

describe("limits of a multiplied stack", () => {
  it("grow for totals and stay for single things", () => {
    const scaled = scaledLimits(prodLimits, 3);
    assert.deepEqual(scaled["total-vcpu"], { maxVcpu: prodLimits["total-vcpu"].maxVcpu * 3 });
    assert.deepEqual(scaled["task-cpu-limit"], prodLimits["task-cpu-limit"]);
  });
  it("miss a total that the pack no longer has", () => {
    assert.throws(() => scaledLimits({}, 3), /no number at total-vcpu\.maxVcpu/);
  });
});

describe("options of the bench", () => {
  it("default to three runs at 1, 3 and 10", () => {
    assert.deepEqual(readOptions([]), { runs: 3, sizes: [1, 3, 10], alone: false });
  });
  for (const args of [
    ["--runs", "0"],
    ["--runs", "x"],
    ["--sizes", "1,,3"],
    ["--sizes", "-1"],
    ["--sises", "1"],
  ]) {
    it(`refuse ${args.join(" ")}`, () => assert.throws(() => readOptions(args)));
  }
});
