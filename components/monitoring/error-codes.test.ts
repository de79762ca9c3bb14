import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { monitorErrorCodes } from "./error-codes.ts";

describe("error codes of components/monitoring", () => {
  it("are the codes in the source, and no others", () => {
    const here = fileURLToPath(new URL(".", import.meta.url));
    const own = globSync("**/*.ts", { cwd: here }).filter((file) => !file.endsWith(".test.ts"));
    const used = [...own, "../shared/check-place.ts"].flatMap((file) => {
      const text = readFileSync(new URL(file, import.meta.url), "utf8");
      return [...text.matchAll(/^\s+code: "(?:monitor\.)?([a-z-]+)"/gm)].map(([, code]) => `monitor.${code}`);
    });
    assert.deepEqual([...new Set(used)].sort(), monitorErrorCodes.map(({ code }) => code).sort());
  });
});
