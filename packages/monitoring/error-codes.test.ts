import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { monitoringErrorCodes } from "./error-codes.ts";

describe("codes of monitoring", () => {
  const tests = globSync("**/*.test.ts", { cwd: import.meta.dirname }).filter((name) => name !== "error-codes.test.ts");
  const text = tests.map((name) => readFileSync(join(import.meta.dirname, name), "utf8")).join("\n");
  for (const { code } of monitoringErrorCodes) {
    it(`${code} is reported by some test`, () => assert.ok(text.includes(`"${code}"`)));
  }
});
