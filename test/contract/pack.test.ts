import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import {
  globSync,
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
import { type PackedPackage, packComponents } from "../../scripts/pack/pack.ts";

const ROOT = join(import.meta.dirname, "../..");

/** What another program writes; `zones` decides whether it is right. */
const program = (zones: string) => `
import { Network, type NetworkArgs } from "@pyairtable/components/network";
import { Service } from "@pyairtable/components/ecs";
import { parsePlatform, type PlatformOutputs } from "@pyairtable/outputs";
import { readPlatform } from "@pyairtable/outputs/pulumi";
import { samplePlatform } from "@pyairtable/outputs/testing";
import { costTags } from "@pyairtable/plan";
import type { Output } from "@pulumi/pulumi";

const tags = costTags({ project: "p", environment: "dev", service: "s", owner: "o", costCenter: "c" });
const args: NetworkArgs = { region: "us-east-1", zones: ${zones}, nat: "none", cidr: "8.8.8.0/24", tags };
export const vpcOf = (): Output<string> => new Network("n", args).vpcId;
export const lowest: number = (parsePlatform(samplePlatform(), "test") satisfies PlatformOutputs).availability.lowest;
export const read: Output<string> = {} as ReturnType<typeof readPlatform>["network"]["vpcId"];
export const made: string = Service.name;
`;

describe("the components as npm packages (slow)", function () {
  this.timeout(120_000);
  let folder: string;
  let packed: PackedPackage[];

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "pyairtable-pack-"));
    packed = packComponents(ROOT, join(folder, "npm"));
    const npm = ["pack", "--offline", "--ignore-scripts", "--silent", "--pack-destination", folder];
    execFileSync("npm", [...npm, ...packed.map((one) => one.folder)], { cwd: folder, stdio: "pipe" });
    install();
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** The tarballs as npm would lay them out, third parties by links to what this checkout has. */
  function install(): void {
    const modules = join(folder, "program/node_modules");
    mkdirSync(modules, { recursive: true });
    for (const name of readdirSync(join(ROOT, "node_modules"))) {
      if (name !== "@pyairtable" && !name.startsWith("."))
        symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
    }
    for (const tarball of globSync("*.tgz", { cwd: folder })) {
      const into = join(
        modules,
        "@pyairtable",
        basename(tarball).replace(/^pyairtable-(.*)-\d+\.\d+\.\d+\.tgz$/, "$1"),
      );
      mkdirSync(into, { recursive: true });
      execFileSync("tar", ["-xzf", join(folder, tarball), "-C", into, "--strip-components=1"]);
    }
    writeFileSync(join(folder, "program/package.json"), JSON.stringify({ name: "program", type: "module" }));
  }

  function typeCheck(zones: string): { status: number | null; stdout: string } {
    writeFileSync(join(folder, "program/index.ts"), program(zones));
    const options = { module: "nodenext", target: "es2024", strict: true, noEmit: true, types: ["node"] };
    writeFileSync(
      join(folder, "program/tsconfig.json"),
      JSON.stringify({ compilerOptions: { ...options, skipLibCheck: true }, files: ["index.ts"] }),
    );
    const tsc = join(ROOT, "node_modules/.bin/tsc");
    return spawnSync(process.execPath, [tsc, "-p", "."], { cwd: join(folder, "program"), encoding: "utf8" });
  }

  it("packs what the components import, and nothing private, untyped or of the tests", () => {
    assert.ok(packed.some(({ name }) => name === "@pyairtable/diagnostics"));
    for (const one of packed) {
      const files = globSync("**/*", { cwd: one.folder });
      assert.deepEqual(
        files.filter((file) => /\.test\.|(?<!\.d)\.ts$/.test(file)),
        [],
      );
      const text = readFileSync(join(one.folder, "package.json"), "utf8");
      assert.doesNotMatch(text, /"private"|"\*"|workspace:|file:/);
      assert.ok(files.includes("README.md"));
    }
  });

  it("type-checks in a program of someone else, and still refuses wrong types there", () => {
    const right = typeCheck('["us-east-1a", "us-east-1b"]');
    assert.equal(right.status, 0, right.stdout);
    const wrong = typeCheck("2");
    assert.notEqual(wrong.status, 0);
    assert.match(wrong.stdout, /index\.ts.*TS2322/);
  });

  it("runs under plain Node from node_modules, and reports a user's mistake as it should", () => {
    const run = `
      const [{ Network }, outputs] = await Promise.all([import("@pyairtable/components/network"), import("@pyairtable/outputs/pulumi")]);
      await import("@pyairtable/components/ecs");
      if (typeof outputs.readPlatform !== "function") throw new Error("no reader");
      const pulumi = (await import("@pulumi/pulumi")).default;
      await pulumi.runtime.setMocks({ newResource: (args) => ({ id: args.name, state: args.inputs }), call: () => ({}) });
      try {
        new Network("n", { region: "us-east-1", zones: ["us-east-1a"], nat: "none", cidr: "8.8.8.0/24", tags: {} });
      } catch (error) {
        console.log(error.name, error.message);
      }`;
    const cwd = join(folder, "program");
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", run], {
      cwd,
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^UserError Network n: \d+ problems/);
    assert.match(stdout, /\[network\.zone-count\]/);
  });
});
