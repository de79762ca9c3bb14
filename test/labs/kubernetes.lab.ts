import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { CHECKOUT } from "../engine/support.ts";
import { shortForm } from "./short-form.ts";

/** Building the control plane on a bare machine takes ten minutes. */
const COLD_MS = 1_800_000;

const CHECKS = [
  "apply",
  "scheduling",
  "disruption budgets",
  "network policies",
  "horizontal autoscaling",
  "Spot storm",
  "mutants",
  "destroy",
];

describe("the control-plane lab in its short form", () => {
  const out = mkdtempSync(join(tmpdir(), "pyairtable-lab-report-"));
  after(() => rmSync(out, { recursive: true, force: true }));

  it("passes every check on a real control plane, with its pictures", async function () {
    this.timeout(COLD_MS);
    const { code, output } = await shortForm("kubernetes", relative(CHECKOUT, out));
    assert.equal(code, 0, output.slice(-4000));
    for (const check of CHECKS) assert.match(output, new RegExp(`^ok +${check}: `, "m"));
    assert.match(output, /lab:kubernetes verdict: 8 of 8 checks passed/);
    for (const picture of ["spot-storm.svg", "reachability.svg"]) {
      assert.match(readFileSync(join(out, picture), "utf8"), /^<svg [\s\S]+<\/svg>/);
    }
  });
});
