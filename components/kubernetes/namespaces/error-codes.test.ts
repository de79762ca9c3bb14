import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { namespaceErrorCodes } from "./error-codes.ts";

describe("error codes of components/kubernetes/namespaces", () => {
  it("are the codes in the source, and no others", () => {
    const here = new URL(".", import.meta.url);
    const own = readdirSync(here).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
    const sources = [...own, "../../shared/reporter.ts"];
    const used = sources.flatMap((file) => {
      const text = readFileSync(new URL(file, here), "utf8");
      return [...text.matchAll(/^\s+code: "([a-z-]+)"/gm)].map(([, code]) => `namespace.${code}`);
    });
    assert.deepEqual([...new Set(used)].sort(), namespaceErrorCodes.map(({ code }) => code).sort());
  });
});
