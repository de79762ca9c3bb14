import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { chromiumPath } from "./chromium.ts";

describe("the browser of this machine", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "pyairtable-chromium-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const put = (name: string, mode: number) => {
    const path = join(folder, name);
    writeFileSync(path, "");
    chmodSync(path, mode);
    return path;
  };

  it("is the first on PATH that can be run", () => {
    put("chromium", 0o644);
    const chrome = put("google-chrome", 0o755);
    assert.equal(chromiumPath({ PATH: ["/nowhere", folder].join(delimiter) }), chrome);
  });
  it("is the one that is named, if it is", () => {
    put("chromium", 0o755);
    const own = put("own", 0o755);
    assert.equal(chromiumPath({ PATH: folder, CHROMIUM_PATH: own }), own);
    assert.throws(() => chromiumPath({ PATH: folder, CHROMIUM_PATH: "/nowhere/x" }), /CHROMIUM_PATH is \/nowhere\/x/);
  });
  it("is asked for in one sentence where there is none", () => {
    assert.throws(() => chromiumPath({ PATH: folder }), /none of chromium, .*apt-get install chromium/);
  });
});
