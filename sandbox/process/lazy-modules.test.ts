import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const LAZY = fileURLToPath(new URL("./lazy-modules.ts", import.meta.url));
const run = (script: string): string =>
  execFileSync(process.execPath, ["--import", LAZY, "--input-type=commonjs", "-e", script], {
    encoding: "utf8",
  }).trim();
const LOADED = `Object.keys(require.cache).filter((path) => path.includes("@npmcli/arborist")).length`;

describe("lazy modules", () => {
  it("leaves npm's resolver out of what the SDK loads", () => {
    assert.equal(run(`require("@pulumi/pulumi"); console.log(${LOADED})`), "0");
  });

  it("loads it when it is touched", () => {
    const script = `const { Arborist } = require("@npmcli/arborist"); console.log(typeof Arborist, ${LOADED} > 0)`;
    assert.equal(run(script), "function true");
  });
});
