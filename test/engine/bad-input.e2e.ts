import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readLedger } from "@pyairtable/ledger";
import { assertExit, assertSays, copyOfProgram, edit, isolatedSandbox } from "./support.ts";

describe("bad input through the real engine", () => {
  const sandbox = isolatedSandbox("bad");
  const program = copyOfProgram("bad");
  const devFile = join(program.directory, "Pulumi.dev.yaml");
  const previewCopy = ["preview", "--cwd", program.directory, "--stack", "dev", "--non-interactive"];
  after(() => {
    sandbox.remove();
    program.remove();
  });

  it("lists all that is wrong with a configuration, without a trace", async () => {
    const restore = edit(devFile, "monthlyUsd: ", "montlyUsd: 3\n      monthlyUsd: -");
    const result = await sandbox.run(previewCopy);
    restore();
    assert.notEqual(result.code, 0);
    assertSays(result, "platform.budget.monthlyUsd", "platform.budget.montlyUsd", "wanted", "fix");
    assert.ok(!/^\s+at .*\.ts:\d+/m.test(result.output), `a stack trace:\n${result.output}`);
    assert.deepEqual(readLedger(sandbox.ledgerPath), []);
  });

  it("lists all that is wrong with a catalog entry", async () => {
    const file = join(program.directory, "catalog", "services", "records.ts");
    const restore = edit(file, 'name: "record-service",', 'name: "record_service",');
    const result = await sandbox.run(previewCopy);
    restore();
    assert.notEqual(result.code, 0);
    assertSays(result, "record_service", "wanted", "fix");
  });

  it("names the stacks there are", async () => {
    const result = await sandbox.run(["preview", "--stack", "qa"]);
    assertExit(result, 1);
    assertSays(result, "no Pulumi.qa.yaml", "dev, lab, prod, prod-eks", "sandbox.unknown-stack");
  });

  it("says which passphrase file is missing", async () => {
    const result = await sandbox.run(["preview", "--stack", "dev"], {
      PULUMI_CONFIG_PASSPHRASE_FILE: "/nowhere/passphrase",
    });
    assertExit(result, 1);
    assertSays(result, "PULUMI_CONFIG_PASSPHRASE_FILE", "no file at /nowhere/passphrase");
  });

  it("refuses a policy pack that does not load", async () => {
    const pack = mkdtempSync(join(tmpdir(), "broken-pack-"));
    writeFileSync(join(pack, "PulumiPolicy.yaml"), "runtime: nodejs\nmain: index.js\n");
    writeFileSync(join(pack, "package.json"), '{ "name": "broken", "type": "module" }');
    writeFileSync(join(pack, "index.js"), 'import "./missing.ts";\n');
    const result = await sandbox.run(["preview", "--stack", "dev", "--policy-pack", pack]);
    rmSync(pack, { recursive: true });
    assert.notEqual(result.code, 0);
    assertSays(result, /missing\.ts|failed to (start|load) policy pack/i);
  });

  it("says which port is taken", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as { port: number };
    const result = await sandbox.run(["preview", "--stack", "dev"], { PYAIRTABLE_LANGUAGE_PORT: String(port) });
    server.close();
    assertExit(result, 1);
    assertSays(result, `port ${port}`, "sandbox.port-taken");
  });

  it("refuses a folder without a project", async () => {
    const empty = mkdtempSync(join(tmpdir(), "empty-"));
    mkdirSync(join(empty, "sub"));
    const result = await sandbox.run(["up", "--cwd", empty, "--stack", "dev"]);
    rmSync(empty, { recursive: true });
    assertExit(result, 1);
    assertSays(result, "no Pulumi.yaml");
  });
});
