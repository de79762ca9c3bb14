import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "@pyairtable/diagnostics";
import { engineCacheDirectory } from "./cache.ts";
import { ensureEngine } from "./find.ts";

const quiet = { say: () => {}, done: () => {} };
/** A fake `pulumi` in shell that answers `version`. */
const fakeCli = (version: string): string => `#!/bin/sh\n[ "$1" = version ] && echo ${version}\n`;
/** A fake `go` that writes such a CLI where `-o` says. */
const fakeGo = (version: string): string =>
  `#!/bin/sh\nwhile [ "$1" != -o ]; do shift; done\ncat > "$2" <<'X'\n${fakeCli(version)}X\nchmod +x "$2"\n`;

describe("engine bootstrap", () => {
  let directory: string;
  let env: NodeJS.ProcessEnv;
  const executable = (name: string, text: string): void => {
    writeFileSync(join(directory, "bin", name), text, { mode: 0o755 });
  };
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "engine-"));
    mkdirSync(join(directory, "bin"));
    for (const tool of ["sh", "cat", "chmod", "mkdir"]) symlinkSync(`/bin/${tool}`, join(directory, "bin", tool));
    env = {
      PATH: join(directory, "bin"),
      PYAIRTABLE_CACHE: join(directory, "cache"),
      PYAIRTABLE_PULUMI_INSTALLER: "off",
    };
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  const refusal = async (): Promise<string> => {
    try {
      await ensureEngine(env, quiet);
    } catch (error) {
      assert.ok(error instanceof UserError);
      assert.equal(error.diagnostics.length, 1);
      assert.ok(!/\n {4}at /.test(error.message), "a stack trace");
      return error.message;
    }
    return assert.fail("it found an engine");
  };

  it("takes a new enough CLI from PATH", async () => {
    executable("pulumi", fakeCli("v3.300.1"));
    const engine = await ensureEngine(env, quiet);
    assert.deepEqual([engine.version, engine.hasLanguageHost], ["v3.300.1", false]);
    executable("pulumi-language-nodejs", "#!/bin/sh\n");
    assert.equal((await ensureEngine(env, quiet)).hasLanguageHost, true);
  });

  it("leaves an old CLI alone and builds its own, once", async () => {
    executable("pulumi", fakeCli("v3.9.0"));
    executable("go", fakeGo("v3.259.0"));
    const engine = await ensureEngine(env, quiet);
    assert.equal(engine.path, join(engineCacheDirectory(env), "bin", "pulumi"));
    rmSync(join(directory, "bin", "go"));
    assert.equal((await ensureEngine(env, quiet)).path, engine.path);
  });

  it("asks a CLI in the cache again when it has changed", async () => {
    executable("go", fakeGo("v3.259.0"));
    const { path } = await ensureEngine(env, quiet);
    writeFileSync(path, fakeCli("v3.260.0-changed"));
    assert.equal((await ensureEngine(env, quiet)).version, "v3.260.0-changed");
  });

  it("names all three ways when none works", async () => {
    const said = await refusal();
    for (const way of ["PATH: no `pulumi`", "vendor's installer: switched off", "no `go` on PATH"])
      assert.ok(said.includes(way), said);
  });

  it("says that the disk is full and leaves nothing half built", async () => {
    executable("go", `#!/bin/sh\necho "write /tmp/x: no space left on device" >&2\nexit 1\n`);
    assert.match(await refusal(), /the disk is full/);
    assert.deepEqual(readdirSync(join(engineCacheDirectory(env), "bin")), []);
    assert.ok(!existsSync(join(engineCacheDirectory(env), "lock")));
  });

  it("shows the compiler's last words", async () => {
    executable("go", `#!/bin/sh\necho "main.go:1:2: cannot find module" >&2\nexit 1\n`);
    assert.match(await refusal(), /cannot find module/);
  });

  it("builds once when two commands start together", async () => {
    const log = join(directory, "builds");
    executable("go", `#!/bin/sh\necho x >> ${log}\n/bin/sleep 0.3\n${fakeGo("v3.259.0").slice(10)}`);
    await Promise.all([ensureEngine(env, quiet), ensureEngine(env, quiet)]);
    const { readFileSync } = await import("node:fs");
    assert.equal(readFileSync(log, "utf8"), "x\n");
  });

  it("takes over the lock of a process that is gone", async () => {
    const lock = join(engineCacheDirectory(env), "lock");
    mkdirSync(lock, { recursive: true });
    writeFileSync(join(lock, "pid"), "999999999");
    executable("go", fakeGo("v3.259.0"));
    assert.equal((await ensureEngine(env, quiet)).version, "v3.259.0");
  });

  it("uses the vendor's installer where it answers", async () => {
    const installer = `while [ "$1" != --install-root ]; do shift; done\nmkdir -p "$2/bin"\ncat > "$2/bin/pulumi" <<'X'\n${fakeCli("v3.259.0")}X\nchmod +x "$2/bin/pulumi"\n`;
    const server = createServer((_request, answer) => answer.end(installer)).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    env.PYAIRTABLE_PULUMI_INSTALLER = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const engine = await ensureEngine(env, quiet);
    server.close();
    assert.equal(engine.path, join(engineCacheDirectory(env), "vendor", "bin", "pulumi"));
  });
});
