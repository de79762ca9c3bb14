import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BUNDLE_VARIABLE, bundle, unbundle, unpack } from "./bundle.ts";
import { tar } from "./tar.ts";

const FILES = {
  "rules/a.json": `{"text":"${"ä".repeat(400)}"}`,
  "prometheus.json": "{}",
  empty: "",
  "exact.txt": "x".repeat(512),
};

describe("a bundle of files", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "pyairtable-bundle-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("comes out of its variable as it went in, by the shell that containers run", () => {
    const into = join(folder, "config");
    for (const text of [bundle({ stale: "old" }), bundle(FILES)])
      execFileSync("sh", ["-e", "-c", unpack(into)], { env: { ...process.env, [BUNDLE_VARIABLE]: text } });
    for (const [path, text] of Object.entries(FILES)) assert.equal(readFileSync(join(into, path), "utf8"), text, path);
    assert.throws(() => readFileSync(join(into, "stale")), /ENOENT/);
  });
  it("fails the start where it is broken", () => {
    const env = { ...process.env, [BUNDLE_VARIABLE]: "bm90aGluZw==" };
    assert.throws(() => execFileSync("sh", ["-e", "-c", unpack(join(folder, "c"))], { env, stdio: "ignore" }));
  });
  it("is read again as it was written, and what is none is empty", () => {
    assert.deepEqual(unbundle(bundle(FILES)), FILES);
    assert.deepEqual(unbundle("bm90aGluZw=="), {});
    assert.deepEqual(unbundle(bundle({})), {});
  });
  it("is the same whatever the order of keys", () => {
    assert.equal(bundle({ a: "1", b: "2" }), bundle({ b: "2", a: "1" }));
  });
  it("takes no path that a header cannot hold", () => assert.throws(() => tar({ ["x".repeat(101)]: "" }), /too long/));
});
