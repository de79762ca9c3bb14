import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateAll } from "./discover.ts";
import { staleFiles, writeFiles } from "./write.ts";

describe("the generator of committed files", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "pyairtable-generate-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const generator = (name: string, path: string, content: string) =>
    writeFileSync(join(folder, name), `export const generate = async () => [${JSON.stringify({ path, content })}];\n`);

  it("gathers what the generators of a folder return, in order of their names, without tests", async () => {
    generator("b.ts", "out/b.json", "{}\n");
    generator("a.ts", "out/a.json", "[]\n");
    generator("a.test.ts", "out/never.json", "");
    const files = await generateAll(folder);
    assert.deepEqual(
      files.map((file) => file.path),
      ["out/a.json", "out/b.json"],
    );
  });

  it("names a module without generate()", async () => {
    writeFileSync(join(folder, "broken.ts"), "export const value = 1;\n");
    await assert.rejects(generateAll(folder), /broken\.ts exports no generate\(\)/);
  });

  it("names two generators of one path", async () => {
    generator("a.ts", "out.json", "1");
    generator("b.ts", "out.json", "2");
    await assert.rejects(generateAll(folder), /b\.ts and a\.ts both generate out\.json/);
  });

  it("finds absent and changed files stale, and none after writing", () => {
    const files = [
      { path: "docs/a.md", content: "new\n" },
      { path: "b.md", content: "same\n" },
    ];
    writeFileSync(join(folder, "b.md"), "same\n");
    assert.deepEqual(staleFiles(folder, files), [files[0]]);
    writeFiles(folder, files);
    assert.deepEqual(staleFiles(folder, files), []);
    assert.equal(readFileSync(join(folder, "docs/a.md"), "utf8"), "new\n");
    writeFileSync(join(folder, "docs/a.md"), "edited by hand\n");
    assert.deepEqual(staleFiles(folder, files), [files[0]]);
  });
});
