import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { addOnErrorCodes } from "./error-codes.ts";

describe("error codes of components/kubernetes/add-ons", () => {
  it("are the codes in the source, and no others", () => {
    const here = new URL(".", import.meta.url);
    const own = globSync("**/*.ts", { cwd: here }).filter((file) => !file.endsWith(".test.ts"));
    const sources = [...own, "../../shared/reporter.ts"];
    const used = sources.flatMap((file) => {
      const text = readFileSync(new URL(file, here), "utf8");
      return [...text.matchAll(/^\s+code: "([a-z-]+)"/gm)].map(([, code]) => `add-on.${code}`);
    });
    assert.deepEqual([...new Set(used)].sort(), addOnErrorCodes.map(({ code }) => code).sort());
  });
});
