import assert from "node:assert/strict";
import { runCheck } from "./checks.ts";
import { readOptions } from "./options.ts";
import { add, exitCode, NOTHING, ONE_FAILED, ONE_PASSED, summaryLine } from "./tally.ts";

describe("a check step", () => {
  const node = (code: string) => ({ title: "t", command: "node", args: ["-e", code] });
  it("passes on exit code 0", async () => assert.deepEqual(await runCheck(node(""), "."), ONE_PASSED));
  it("fails on another", async () => assert.deepEqual(await runCheck(node("process.exit(3)"), "."), ONE_FAILED));
  it("fails on a signal", async () => {
    assert.deepEqual(await runCheck(node("process.kill(process.pid, 'SIGTERM')"), "."), ONE_FAILED);
  });
});

describe("the summary", () => {
  it("leaves skipped out at zero", () => assert.equal(summaryLine(ONE_PASSED), "1 passed, 0 failed"));
  it("adds up", () => {
    assert.equal(summaryLine(add({ passed: 2, failed: 1, skipped: 3 }, ONE_FAILED)), "2 passed, 2 failed, 3 skipped");
  });
  it("exits 1 when nothing ran", () => assert.equal(exitCode(NOTHING), 1));
  it("exits 1 when only skipped tests were found", () => assert.equal(exitCode({ ...NOTHING, skipped: 1 }), 1));
});

describe("the phases", () => {
  const phases = (...args: string[]) => readOptions(args).phases.join(" ");
  it("are all four by default", () => assert.equal(phases(), "checks unit engine labs"));
  it("keep their order", () => assert.equal(phases("--engine", "--unit"), "unit engine"));
  it("leave checks out under grep", () => assert.equal(phases("--grep", "x"), "unit engine labs"));
  it("are only unit under files", () => assert.equal(phases("--files", "x"), "unit"));
});
