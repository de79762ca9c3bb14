import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { UserError } from "@pyairtable/diagnostics";
import type { GoBuild } from "./command.ts";
import { ensureCommands } from "./ensure.ts";
import { moduleFolder } from "./module-folder.ts";

const quiet = { say: () => {}, done: () => {} };

describe("ensureCommands", () => {
  let directory: string;
  let env: NodeJS.ProcessEnv;
  let build: GoBuild;
  const go = (script: string): void =>
    writeFileSync(join(directory, "bin", "go"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  /** Writes down its arguments and makes an empty binary where `-o` says. */
  const works = (): void =>
    go(`echo "$@" >> "${directory}/calls"; while [ "$1" != -o ]; do shift; done; echo made > "$2"`);
  const calls = (): string[] => {
    const path = join(directory, "calls");
    return existsSync(path) ? readFileSync(path, "utf8").trim().split("\n") : [];
  };
  const refusal = async (work: Promise<unknown>): Promise<string> => {
    const error = await work.then(
      () => assert.fail("it was built"),
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof UserError);
    return error.diagnostics.map(({ code, got }) => `${code}: ${got}`).join();
  };

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "go-build-"));
    for (const folder of ["bin", "module"]) mkdirSync(join(directory, folder));
    for (const tool of ["sh", "echo"]) symlinkSync(`/bin/${tool}`, join(directory, "bin", tool));
    writeFileSync(join(directory, "module", "go.mod"), "module m\n\nrequire a.example/m v1.2.3\n");
    writeFileSync(join(directory, "module", "go.sum"), "");
    env = { PATH: join(directory, "bin"), PYAIRTABLE_CACHE: join(directory, "cache"), GOFLAGS: "-race" };
    build = {
      module: join(directory, "module"),
      commands: [
        { name: "one", package: "a.example/m/cmd/one" },
        { name: "two", package: "a.example/m/v3" },
      ],
      title: "M v1.2.3",
      coldTime: "no time",
    };
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it("builds each command once, readonly and trimmed, and gives their paths", async () => {
    works();
    const paths = await ensureCommands(build, quiet, env);
    assert.deepEqual(Object.keys(paths), ["one", "two"]);
    assert.ok(Object.values(paths).every((path) => readFileSync(path, "utf8") === "made\n"));
    assert.deepEqual(calls().length, 2);
    for (const call of calls()) assert.match(call, /^build .*-mod=readonly -trimpath/);
    assert.deepEqual(await ensureCommands(build, quiet, env), paths);
    assert.equal(calls().length, 2, "the second time from the cache");
  });

  it("builds anew for another go.sum, and leaves the old one alone", async () => {
    works();
    const before = await ensureCommands(build, quiet, env);
    writeFileSync(join(directory, "module", "go.sum"), "a.example/m v1.2.3 h1:x\n");
    const after = await ensureCommands(build, quiet, env);
    assert.notEqual(after.one, before.one);
    assert.ok(existsSync(before.one as string));
  });

  it("passes build tags on, into a place of their own", async () => {
    works();
    const plain = await ensureCommands(build, quiet, env);
    const tagged = await ensureCommands({ ...build, tags: ["small", "fast"] }, quiet, env);
    assert.notEqual(tagged.one, plain.one);
    assert.match(calls().at(-1) as string, /-tags small,fast -o/);
  });

  it("leaves no half of a binary, no lock, and keeps what was finished", async () => {
    go(
      'case "$*" in *cmd/one) while [ "$1" != -o ]; do shift; done; echo made > "$2";; *) echo "x: no space left on device" >&2; exit 1;; esac',
    );
    assert.match(await refusal(ensureCommands(build, quiet, env)), /^go-build\.failed: the disk is full/);
    const [folder = ""] = readdirSync(join(directory, "cache", "go"));
    assert.match(folder, /^m-v1\.2\.3-[0-9a-f]{12}$/);
    assert.deepEqual(readdirSync(join(directory, "cache", "go", folder, "bin")), ["one"]);
    assert.ok(!existsSync(join(directory, "cache", "go", folder, "lock")));
  });

  it("says that there is no Go", async () => {
    assert.match(await refusal(ensureCommands(build, quiet, env)), /no `go` on PATH/);
  });

  it("takes no flags from outside", async () => {
    go('echo "flags:$GOFLAGS: error" >&2; exit 1');
    assert.match(await refusal(ensureCommands(build, quiet, env)), /flags:: error/);
  });

  it("finds a module's folder at the version go.mod names, and remembers it", async () => {
    const folder = join(directory, "unpacked");
    mkdirSync(folder);
    go(`echo "$@" >> "${directory}/calls"; echo '{ "Dir": "${folder}" }'`);
    const found = await moduleFolder(build.module, "a.example/m", env);
    assert.deepEqual([basename(found.directory), found.version], ["unpacked", "v1.2.3"]);
    await moduleFolder(build.module, "a.example/m", env);
    assert.deepEqual(calls(), ["mod download -json a.example/m@v1.2.3"]);
  });

  it("says why a module cannot be had", async () => {
    go(`echo '{ "Error": "a.example/m@v1.2.3: reading x: 403 Forbidden" }'; exit 1`);
    const said = await refusal(moduleFolder(build.module, "a.example/m", env));
    assert.match(said, /^go-build\.module: the module proxy refused a module/);
    await assert.rejects(moduleFolder(build.module, "a.example/other", env), /does not require a\.example\/other/);
  });
});
