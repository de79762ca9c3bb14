import assert from "node:assert/strict";
import { fileSet, repositoryFiles } from "./file-set.ts";
import { MAY_IMPORT, wrongDirections } from "./import-direction.ts";
import { importEdges } from "./imports.ts";

const WORKSPACE = { "packages/plan/package.json": '{ "name": "@pyairtable/plan" }' };

describe("import direction", () => {
  it("holds in the repository", () => assert.deepEqual(wrongDirections(repositoryFiles()), []));

  it("reads the repository's imports at all", () => {
    const edges = importEdges(repositoryFiles());
    assert.ok(edges.some((edge) => edge.to === "packages/plan/index.ts" && edge.from.startsWith("packages/")));
  });

  const mutants: [from: string, text: string][] = [
    ["packages/plan/x.ts", 'import { a } from "../../catalog/a.ts";'],
    ["catalog/x.ts", 'import type { A } from "../components/a.ts";'],
    ["components/ecs/x.ts", 'export * from "../../stacks/a.ts";'],
    ["stacks/x.ts", 'import "../index.ts";'],
    ["policies/rules/x.ts", 'import {\n  a,\n  type B,\n} from "../../catalog/index.ts";'],
    ["functions/f/x.ts", 'const a = await import("../../components/ecs/a.ts");'],
    ["sandbox/x.ts", 'import a from "../stacks/a.ts";'],
    ["lab/x.ts", 'import * as a from "../catalog/a.ts";'],
    ["index.ts", 'import { a } from "./sandbox/a.ts";'],
    ["packages/plan/x.ts", 'import * as pulumi from "@pulumi/pulumi";'],
  ];
  for (const [from, text] of mutants) {
    it(`names ${from}: ${text.replaceAll("\n", " ")}`, () => {
      const offences = wrongDirections(fileSet({ [from]: text }));
      assert.equal(offences.length, 1, offences.join("\n"));
      assert.match(offences[0]!, new RegExp(`^${from} imports `));
    });
  }

  it("has a mutant for every room but examples", () => {
    const rooms = new Set(mutants.map(([from]) => from.split("/")[0]));
    assert.deepEqual(
      [...Object.keys(MAY_IMPORT)].filter((room) => !rooms.has(room)),
      ["examples"],
    );
  });

  it("resolves workspace names", () => {
    const edges = importEdges(fileSet({ ...WORKSPACE, "catalog/x.ts": 'import { a } from "@pyairtable/plan";' }));
    assert.equal(edges[0]!.to, "packages/plan/index.ts");
  });

  it("lets the allowed edges and Pulumi's types pass", () => {
    const files = fileSet({
      ...WORKSPACE,
      "stacks/x.ts": 'import { a } from "../components/ecs/index.ts";\nimport { b } from "@pyairtable/plan";',
      "packages/plan/x.ts": 'import type { Input } from "@pulumi/pulumi";',
      "bench/x.ts": 'import { a } from "../sandbox/a.ts";',
    });
    assert.deepEqual(wrongDirections(files), []);
  });
});
