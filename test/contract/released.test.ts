import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { platformJsonSchema } from "@pyairtable/outputs";
import { checkCompatibility, versionOf } from "@pyairtable/outputs/compatibility";
import { generate } from "../../scripts/generate/outputs-schema.ts";

type Json = Record<string, unknown>;

const ROOT = join(import.meta.dirname, "../..");
const RELEASED = "packages/outputs/released";
const released = globSync("*.schema.json", { cwd: join(ROOT, RELEASED) }).map((file) => ({
  file,
  schema: JSON.parse(readFileSync(join(ROOT, RELEASED, file), "utf8")) as Json,
}));
const first = () => structuredClone(released[0]!.schema);

/** Every node of a schema that has fields, with its path. */
function objects(node: Json, path = "platform"): { path: string; node: Json & { properties: Record<string, Json> } }[] {
  const inner = Object.entries({ ...(node.properties as Json), "<key>": node.additionalProperties }) as [
    string,
    Json,
  ][];
  const below = inner
    .filter(([, child]) => typeof child === "object")
    .flatMap(([key, child]) => objects(child, `${path}.${key}`));
  return node.properties === undefined
    ? below
    : [{ path, node: node as Json & { properties: Record<string, Json> } }, ...below];
}

describe("the outputs contract against what was released", () => {
  it("breaks no released version of its major", () => {
    assert.ok(released.length > 0);
    const current = platformJsonSchema();
    const sameMajor = released.filter(({ schema }) => versionOf(schema)?.major === versionOf(current)?.major);
    assert.ok(sameMajor.length > 0, "the current major has no released schema to hold it against");
    assert.deepEqual(
      sameMajor.flatMap(({ schema }) => checkCompatibility(schema, current)),
      [],
    );
  });

  it("keeps each released schema under the version it was released as", () => {
    for (const { file, schema } of released) {
      assert.equal(`urn:pyairtable:outputs:${basename(file, ".schema.json")}`, schema.$id);
    }
  });

  it("is committed as generated", () => {
    for (const { path, content } of generate()) {
      assert.equal(readFileSync(join(ROOT, path), "utf8"), content, `${path} is stale: run npm run generate`);
    }
  });

  it("would not lose, rename or loosen a single field unnoticed", () => {
    let mutants = 0;
    for (const [index, { path, node }] of objects(first()).entries()) {
      for (const key of Object.keys(node.properties)) {
        const mutate = (edit: (node: Json & { properties: Record<string, Json> }) => void): string[] => {
          const mutant = first();
          edit(objects(mutant)[index]!.node);
          mutants++;
          return checkCompatibility(first(), mutant).map((d) => `${d.code} ${d.path}`);
        };
        const at = `${path}.${key}`;
        assert.deepEqual(
          mutate((o) => delete o.properties[key]),
          [`contract.removed ${at}`],
        );
        assert.ok(
          mutate((o) => {
            o.properties[`${key}2`] = o.properties[key]!;
            delete o.properties[key];
          }).includes(`contract.removed ${at}`),
        );
        assert.deepEqual(
          mutate((o) => {
            o.required = (o.required as string[]).filter((k) => k !== key);
          }),
          [`contract.removed ${at}`],
        );
        assert.ok(
          mutate((o) => {
            o.properties[key] = { type: "null" };
          }).includes(`contract.changed ${at}`),
        );
      }
    }
    assert.ok(mutants > 160, `${mutants} mutants`);
  });
});
