import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

function npmTest(...args: string[]): { code: number | null; last: string; output: string } {
  const run = spawnSync("node", ["scripts/test.ts", ...args], { cwd: ROOT, encoding: "utf8", env: outsideMocha() });
  const output = run.stdout + run.stderr;
  return { code: run.status, last: run.stdout.trimEnd().split("\n").at(-1) ?? "", output };
}

/** Mocha marks its workers in the environment; the inner run must not take itself for one. */
function outsideMocha(): NodeJS.ProcessEnv {
  const { MOCHA_WORKER_ID: _worker, ...rest } = process.env;
  return rest;
}

const fixture = (name: string) => `scripts/test/fixtures/${name}.fixture.ts`;

describe("npm test, on fixtures", () => {
  const table = [
    { name: "passing", code: 0, last: "2 passed, 0 failed", says: /unit tests, 1 files: ok/ },
    { name: "failing", code: 1, last: "1 passed, 1 failed", says: /a fixture that fails is wrong once[\s\S]*1 !== 2/ },
    { name: "failing-hook", code: 1, last: "0 passed, 1 failed", says: /set-up broke/ },
    { name: "pending", code: 0, last: "1 passed, 0 failed, 1 skipped", says: /has no body yet/ },
    { name: "crashing", code: 1, last: "0 passed, 1 failed", says: /mocha ended|terminated unexpectedly/i },
    { name: "quiet-exit", code: 1, last: "0 passed, 1 failed", says: /mocha ended|terminated unexpectedly/i },
    { name: "unloadable", code: 1, last: "0 passed, 1 failed", says: /cannot be loaded/ },
    { name: "empty", code: 1, last: "0 passed, 1 failed", says: /no test ran/ },
    { name: "absent", code: 1, last: "0 passed, 1 failed", says: /no test ran/ },
  ];
  for (const row of table) {
    it(`${row.name}: ${row.last}, exit ${row.code}`, () => {
      const run = npmTest("--files", fixture(row.name));
      assert.equal(run.last, row.last, run.output);
      assert.equal(run.code, row.code, run.output);
      assert.match(run.output, row.says);
    });
  }

  it("counts all files of a glob in one run", () => {
    const run = npmTest("--files", "scripts/test/fixtures/{passing,failing}.fixture.ts");
    assert.equal(run.last, "3 passed, 1 failed", run.output);
    assert.equal(run.code, 1);
  });

  it("narrows by title, and an empty choice is no success", () => {
    assert.equal(npmTest("--files", fixture("passing"), "--grep", "multiplies").last, "1 passed, 0 failed");
    const nothing = npmTest("--files", fixture("passing"), "--grep", "no such title");
    assert.equal(nothing.last, "0 passed, 0 failed", nothing.output);
    assert.equal(nothing.code, 1);
  });

  it("refuses an unknown option with its usage", () => {
    const run = npmTest("--untit");
    assert.equal(run.code, 2);
    assert.match(run.output, /--untit[\s\S]*--engine/);
  });
});
