import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { type ContractWords, checkCompatibility, versionOf } from "../compatibility/index.ts";
import { describeContract } from "../describe.ts";
import type { JsonSchema } from "../json-schema.ts";
import { leaves, without, withValue } from "../testing/leaves.ts";
import { sampleKubernetes } from "../testing/sample-kubernetes.ts";
import { assertNoSecrets } from "../testing/secrets.ts";
import { kubernetesSchema } from "./contract.ts";
import { kubernetesJsonSchema } from "./json-schema.ts";

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(kubernetesJsonSchema());
const paths = leaves(sampleKubernetes());
/** Keys of these are data, not fields. */
const isData = (path: readonly string[]) =>
  /^\d+$/.test(path.at(-1)!) || ["labels", "annotations", "selectorLabels"].includes(path.at(-2)!);
const WORDS: ContractWords = { output: "kubernetes", constant: "KUBERNETES_CONTRACT_VERSION" };
const released = (version: string) =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, `../released/kubernetes/${version}.schema.json`), "utf8"),
  ) as JsonSchema;

describe("the Kubernetes contract", () => {
  it("accepts the sample, fields and add-ons that a later minor may add, and holds no secret", () => {
    const sample = sampleKubernetes();
    const addOns = {
      ...sample.addOns,
      "cert-manager": { enabled: true, version: "1.20.0", namespace: "cert-manager" },
    };
    const later = { ...sample, addOns, failover: { region: "us-west-2" } };
    assert.deepEqual(kubernetesSchema.parse(later), { ...sample, addOns });
    assert.ok(validate(later));
    assertNoSecrets({ kubernetes: sample });
  });

  it("has no optional leaf: every one that is left out is refused, by zod and by the JSON schema", () => {
    const named = paths.filter((path) => !isData(path));
    assert.ok(named.length >= 55);
    for (const path of named) {
      const broken = without(sampleKubernetes(), path);
      assert.equal(kubernetesSchema.safeParse(broken).success, false, path.join("."));
      assert.equal(validate(broken), false, path.join("."));
    }
  });

  it("is the same contract in zod and in JSON schema", () => {
    const value = fc.oneof(
      fc.constantFrom(null, true, "USD", "batch", "eks", "off", "1.34", "2.0.0", "https://a", "Not A Label", [], {}),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
      fc.integer({ min: -1, max: 70_000 }),
      fc.string({ maxLength: 70 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), value, (path, wrong) => {
        const changed = withValue(sampleKubernetes(), path, wrong);
        const what = `${path.join(".")} = ${JSON.stringify(wrong)}`;
        assert.equal(kubernetesSchema.safeParse(changed).success, validate(changed), what);
      }),
      { numRuns: 400 },
    );
  });

  it("says what every field means", () => {
    const fields = describeContract(kubernetesJsonSchema(), "kubernetes");
    assert.deepEqual(
      fields.filter(({ meaning }) => meaning.length < 10).map(({ path }) => path),
      [],
    );
    const types = Object.fromEntries(fields.map(({ path, type }) => [path, type]));
    assert.equal(types["kubernetes.cluster.endpoint"], "string or null");
    assert.equal(types["kubernetes.addOns.<addOn>.version"], "string or null");
    assert.equal(types["kubernetes.namespaces.<namespace>.owners[]"], "string");
    assert.equal(types["kubernetes.services.<service>.selectorLabels.<key>"], "string");
  });

  it("breaks no released version of its major", () => {
    assert.deepEqual(checkCompatibility(released("1.0.0"), kubernetesJsonSchema(), WORDS), []);
    assert.deepEqual(versionOf(kubernetesJsonSchema()), { major: 1, minor: 1, patch: 0 });
    assert.equal(released("1.0.0").$id, "urn:pyairtable:kubernetes:1.0.0");
  });

  it("would not lose or loosen a single field unnoticed", () => {
    const before = released("1.0.0");
    let mutants = 0;
    const edit = (change: (node: Json, key: string) => void): void => {
      for (const { path, node } of objects(before)) {
        for (const key of Object.keys(node.properties ?? {})) {
          const mutant = current();
          change(objects(mutant).find((one) => one.path === path)!.node, key);
          mutants++;
          const found = checkCompatibility(before, mutant, WORDS).map((d) => `${d.code} ${d.path}`);
          assert.ok(found.includes(`contract.removed ${path}.${key}`), `${path}.${key}: ${found}`);
        }
      }
    };
    edit((node, key) => delete (node.properties as Json)[key]);
    edit((node, key) => {
      node.required = (node.required as string[]).filter((other) => other !== key);
    });
    assert.ok(mutants > 100, `${mutants} mutants`);
  });

  it("names its own constant where a version does not say what changed", () => {
    const mutant = released("1.0.0");
    (mutant.properties as Json).extra = { type: "string" };
    const [found] = checkCompatibility(released("1.0.0"), mutant, WORDS);
    assert.equal(found?.path, "kubernetes.extra");
    assert.equal(found?.fix, "Raise KUBERNETES_CONTRACT_VERSION to 1.1.0.");
  });
});

type Json = Record<string, unknown>;

const generated = kubernetesJsonSchema();

function current(): Json {
  return structuredClone(generated) as Json;
}

function objects(node: Json, path = "kubernetes"): { path: string; node: Json }[] {
  const inner = Object.entries({ ...(node.properties as Json), "<key>": node.additionalProperties });
  const below = inner.flatMap(([key, child]) =>
    typeof child === "object" && child !== null ? objects(child as Json, `${path}.${key}`) : [],
  );
  return node.properties === undefined ? below : [{ path, node }, ...below];
}
