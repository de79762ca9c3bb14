import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";
import { runCommand } from "./command.ts";

describe("a command", () => {
  let written: string;
  const write = process.stderr.write;
  beforeEach(() => {
    written = "";
    process.stderr.write = ((text: string) => {
      written += text;
      return true;
    }) as typeof process.stderr.write;
  });
  afterEach(() => {
    process.stderr.write = write;
    process.exitCode = 0;
  });

  it("turns a user's mistake into its message and exit code 1", async () => {
    const error = new UserError("x", [{ code: "a.b", path: "p", got: "1", wanted: "2", fix: "Change it." }]);
    await runCommand(() => {
      throw error;
    });
    assert.deepEqual([written, process.exitCode], [`${error.message}\n`, 1]);
  });

  it("leaves our bugs alone", async () => {
    await assert.rejects(
      runCommand(async () => {
        throw new TypeError("bug");
      }),
      /bug/,
    );
    assert.equal(written, "");
  });
});
