import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import table from "./data/tools.json" with { type: "json" };
import { ensureTools, isAtLeast, toolModule } from "./tools.ts";

const quiet = { say: () => {}, done: () => {} };

describe("tools of the monitoring lab", () => {
  it("compare versions by their numbers", () => {
    assert.ok(isAtLeast("3.16.0", "3.9.2"));
    assert.ok(isAtLeast("3.16.0", "3.16.0"));
    assert.ok(!isAtLeast("2.42.0", "3.16.0"));
    assert.ok(!isAtLeast(undefined, "0.1.0"));
  });

  it("are those on PATH where both of a pair are new enough", async () => {
    const folder = mkdtempSync(join(tmpdir(), "lab-tools-"));
    try {
      const names = table.tools.flatMap(({ commands }) => commands.map(({ name }) => name));
      const says = (name: string) => `#!/bin/sh\necho "${name}, version 99.0.0 (branch: x)"\n`;
      for (const name of names) writeFileSync(join(folder, name), says(name), { mode: 0o755 });
      const found = await ensureTools(quiet, { PATH: folder });
      assert.deepEqual(Object.values(found), names);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("name a committed module at the version of their title", () => {
    for (const { folder, title } of table.tools) {
      const [, minor] = /v\d+\.(\d+)/.exec(title) as unknown as [string, string];
      // Prometheus 3.16 is the Go module's v0.316.
      const version = new RegExp(`^require \\S+ v0\\.(3?${minor})\\.`, "m");
      assert.match(readFileSync(join(toolModule(folder), "go.mod"), "utf8"), version);
    }
  });
});
