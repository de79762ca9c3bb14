import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const file = path.join(import.meta.dirname, "report.ts");

describe("npm run report", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "pyairtable-report-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const lab = () => path.join(folder, "lab");
  const run = (...flags: string[]) =>
    spawnSync(process.execPath, [file, "--out", folder, "--lab", lab(), ...flags], { encoding: "utf8" });
  const write = (name: string, text: string) => {
    mkdirSync(lab(), { recursive: true });
    writeFileSync(path.join(lab(), name), text);
  };

  for (const stack of ["dev", "lab", "prod", "prod-eks"]) {
    it(`writes the page of ${stack} without figures of the lab, and says how to make them`, () => {
      const { status, stdout, stderr } = run("--stack", stack);
      assert.equal(status, 0, stderr);
      assert.match(stdout, /no figures of the monitoring lab in .*npm run lab:monitoring/);
      assert.match(stdout, new RegExp(`${stack}\\.html\n$`));
      const page = readFileSync(path.join(folder, `${stack}.html`), "utf8");
      assert.match(page, new RegExp(`<h1>${stack}</h1>`));
      assert.match(page, /No run of the monitoring lab/);
      assert.match(page, />record-service<\/th>/);
    });
  }

  it("refuses an unknown stack in one clear error, and writes nothing", () => {
    const { status, stderr } = run("--stack", "prodd");
    assert.equal(status, 1);
    assert.match(stderr, /1 problem\n[\s\S]*got +[\s\S]*wanted[\s\S]*fix/);
    assert.ok(!stderr.includes("    at "));
    assert.equal(existsSync(path.join(folder, "prodd.html")), false);
  });

  it("refuses figures that are broken or of another scenario, and writes nothing", () => {
    write("usage.json", "{}");
    const unfinished = run();
    assert.equal(unfinished.status, 1);
    assert.match(
      unfinished.stderr,
      /run\.json\n +got +no such file[\s\S]*npm run lab:monitoring[\s\S]*\[report\.lab-file\]/,
    );
    const platform = { services: 1, onEcs: 1, onKubernetes: 0, resized: 0, recordingRules: 1, alerts: 1 };
    const record = { schema: 1, startedAt: "2026-01-01T00:00:00.000Z", seconds: 1, short: false, historyDays: 15 };
    write("run.json", JSON.stringify({ ...record, scenario: "old", rules: "old", platform, files: [], leftOut: [] }));
    const stale = run();
    assert.equal(stale.status, 1);
    assert.match(stale.stderr, /run\.json: scenario\n +got +"old" of a run on 2026-01-01[\s\S]*\[report\.lab-stale\]/);
    assert.equal(existsSync(path.join(folder, "prod.html")), false);
  });
});
