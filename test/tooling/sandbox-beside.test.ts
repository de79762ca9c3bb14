import assert from "node:assert/strict";
import { fileSet, repositoryFiles } from "./file-set.ts";
import { configReaders, sandboxMentions } from "./sandbox-beside.ts";

describe("the sandbox is beside the program", () => {
  it("is mentioned nowhere in the program", () => assert.deepEqual(sandboxMentions(repositoryFiles()), []));

  for (const line of [
    "if (sandbox) skip();",
    "const fake = process.env.PYAIRTABLE_SANDBOX;",
    'import { x } from "../sandbox/x.ts";',
  ]) {
    it(`finds: ${line}`, () => {
      const found = sandboxMentions(fileSet({ "stacks/x.ts": `const a = 1;\n${line}\n` }));
      assert.deepEqual(found, [`stacks/x.ts:2 ${line}`]);
    });
  }

  it("may be named in comments, tests and the sandbox itself", () => {
    const files = fileSet({
      "stacks/x.ts": " * like the sandbox",
      "stacks/x.e2e.ts": "sandbox();",
      "sandbox/cli.ts": "sandbox();",
    });
    assert.deepEqual(sandboxMentions(files), []);
  });
});

describe("config has one reader", () => {
  it("in the repository", () => assert.deepEqual(configReaders(repositoryFiles()), []));
  it("and another is named", () => {
    const files = fileSet({
      "components/a.ts": "const c = new pulumi.Config();",
      "stacks/config/b.ts": "new Config();",
    });
    assert.deepEqual(configReaders(files), ["components/a.ts reads pulumi.Config; only stacks/config does"]);
  });
});
