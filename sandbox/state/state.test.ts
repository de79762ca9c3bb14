import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { UserError } from "@pyairtable/diagnostics";
import { parseCommandLine } from "../command-line.ts";
import { prepareHome } from "./home.ts";
import { passphraseEnvironment } from "./passphrase.ts";
import { type SandboxPaths, sandboxPaths } from "./paths.ts";
import { chooseStack, ensureStack, readProject } from "./stack.ts";
import { configFileFlags } from "./stack-file.ts";
import { removeStaleLocks } from "./stale-locks.ts";

describe("sandbox state", () => {
  let paths: SandboxPaths;
  beforeEach(() => {
    paths = sandboxPaths({ PYAIRTABLE_SANDBOX_DIR: mkdtempSync(join(tmpdir(), "state-")) });
  });
  afterEach(() => rmSync(paths.root, { recursive: true, force: true }));
  const write = (path: string, text: string): string => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  };
  const codeOf = (work: () => unknown): string => {
    try {
      work();
    } catch (error) {
      if (error instanceof UserError) return error.diagnostics.map((one) => one.code).join();
      throw error;
    }
    return "none";
  };

  it("makes a passphrase once, readable by its owner only", () => {
    const first = passphraseEnvironment(paths, {});
    assert.deepEqual(passphraseEnvironment(paths, {}), first);
    assert.equal(statSync(paths.passphrase).mode & 0o777, 0o600);
  });

  it("keeps the CLI from writing its automatic logs", () => {
    prepareHome(paths);
    prepareHome(paths);
    assert.ok(statSync(join(paths.home, "logs")).isFile());
  });

  it("leaves a person's own passphrase alone", () => {
    assert.deepEqual(passphraseEnvironment(paths, { PULUMI_CONFIG_PASSPHRASE: "" }), {});
    assert.ok(!existsSync(paths.passphrase));
  });

  it("refuses a passphrase file that is not there, and stacks without their passphrase", () => {
    const missing = { PULUMI_CONFIG_PASSPHRASE_FILE: join(paths.root, "nowhere") };
    assert.equal(
      codeOf(() => passphraseEnvironment(paths, missing)),
      "sandbox.passphrase-missing",
    );
    write(join(paths.state, ".pulumi", "stacks", "p", "dev.json"), "{}");
    assert.equal(
      codeOf(() => passphraseEnvironment(paths, {})),
      "sandbox.passphrase-missing",
    );
  });

  it("removes the locks of the dead and of no one else", () => {
    const lock = (name: string, pid: number, host: string): string =>
      write(join(paths.state, ".pulumi", "locks", "o", "p", name), JSON.stringify({ pid, hostname: host }));
    const dead = lock("a.json", 999_999_999, hostname());
    const living = lock("b.json", process.pid, hostname());
    const elsewhere = lock("c.json", 999_999_999, "another-host");
    assert.deepEqual(removeStaleLocks(paths), [999_999_999]);
    assert.deepEqual(
      [dead, living, elsewhere].map((path) => existsSync(path)),
      [false, true, true],
    );
  });

  it("keeps this sandbox's salt out of the committed stack file", () => {
    write(join(paths.root, "Pulumi.yaml"), "name: demo\n");
    const committed = write(join(paths.root, "Pulumi.dev.yaml"), "# why\nconfig: { a: 1 }\n");
    const project = readProject(paths.root);
    const flags = (args: string[]): string[] => configFileFlags(project, "dev", parseCommandLine(args), paths);
    const [flag, copy] = flags(["up"]) as [string, string];
    assert.equal(flag, "--config-file");
    writeFileSync(copy, "config: {'a': 1}\nencryptionsalt: v1:x\n");
    flags(["up"]);
    assert.equal(readFileSync(copy, "utf8"), "# why\nconfig: { a: 1 }\nencryptionsalt: v1:x\n");
    writeFileSync(committed, "config: { a: 2 }\nencryptionsalt: v1:theirs\n");
    flags(["up"]);
    assert.equal(readFileSync(copy, "utf8"), "config: { a: 2 }\nencryptionsalt: v1:theirs\n");
    assert.deepEqual(flags(["up", "--config-file=other.yaml"]), []);
    assert.deepEqual(flags(["config"]), []);
    writeFileSync(committed, "config:\n  a: [1\n");
    assert.equal(
      codeOf(() => flags(["up"])),
      "sandbox.stack-file-syntax",
    );
  });

  it("remembers the stack used last and refuses one without a file", () => {
    write(join(paths.root, "Pulumi.yaml"), "name: demo\n");
    write(join(paths.root, "Pulumi.dev.yaml"), "{}\n");
    const project = readProject(paths.root);
    assert.equal(chooseStack(project, undefined, paths, {}), undefined);
    assert.equal(chooseStack(project, "dev", paths, {}), "dev");
    assert.equal(chooseStack(project, undefined, paths, {}), "dev");
    assert.equal(
      codeOf(() => ensureStack(project, "qa", paths, "pulumi", {})),
      "sandbox.unknown-stack",
    );
    assert.equal(
      codeOf(() => readProject(join(paths.root, "state"))),
      "sandbox.no-project",
    );
  });
});
