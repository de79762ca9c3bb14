import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Ajv } from "ajv";
import { parse } from "yaml";
import { fromYamlFile, platformJsonSchema, stacksIn } from "../../stacks/config/index.ts";
import { loadPlan } from "../../stacks/config/load.ts";
import { refusal } from "./refusal.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const PLATFORM = `    owner: team-platform
    costCenter: cc-1000
    edge: { domain: test.pyairtable.example, hostedZoneId: Z0EXAMPLE }
    budget: { monthlyUsd: 100, dailyAlertUsd: 9 }
`;
const SOUND = `config:\n  pyairtable:platform:\n${PLATFORM}`;

describe("stack files", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "pyairtable-stack-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const write = (text: string, stack = "test") => writeFileSync(path.join(folder, `Pulumi.${stack}.yaml`), text);
  const refused = (text: string) => {
    write(text);
    return refusal(() => fromYamlFile("test", folder)).diagnostics.map(({ code, path: at }) => `${code} ${at}`);
  };

  it("of a third environment are all it takes", () => {
    write(SOUND, "staging");
    const plan = loadPlan("staging", folder);
    assert.equal(plan.environment, "staging");
    assert.equal(plan.services.length, 30);
    assert.equal(plan.services[0]!.tags.Environment, "staging");
  });

  it("of an unknown stack are named with those there", () => {
    write(SOUND, "dev");
    write(SOUND, "prod");
    const { diagnostics } = refusal(() => fromYamlFile("prd", folder));
    assert.deepEqual(
      diagnostics.map(({ code, wanted, fix }) => [code, wanted, fix]),
      [["config.unknown-stack", "one of dev, prod", "Write --stack prod, or add Pulumi.prd.yaml."]],
    );
    for (const stack of ["", "../dev", "a/b", "dev\0"]) refusal(() => fromYamlFile(stack, folder));
  });

  it("that are no YAML are named with the line", () => {
    assert.deepEqual(refused("config:\n  a: [1\n  b: 2\n").at(0)?.split(":")[0], "config.yaml Pulumi.test.yaml");
    assert.ok(refused("config:\n\tpyairtable:platform: {}\n").includes("config.yaml Pulumi.test.yaml:2"));
  });

  it("with aliases that multiply without end are refused", () => {
    const bomb = ["a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"];
    for (const [name, of] of ["ba", "cb", "dc", "ed", "fe"]) bomb.push(`${name}: &${name} [${`*${of}, `.repeat(10)}]`);
    assert.deepEqual(refused(`${bomb.join("\n")}\n${SOUND}`), ["config.yaml Pulumi.test.yaml"]);
    assert.match(refused("config: *nothing\n")[0]!, /^config\.yaml /);
  });

  it("of two documents, or with a prototype for a key, are refused", () => {
    assert.match(refused(`${SOUND}---\n${SOUND}`)[0]!, /^config\.yaml /);
    assert.deepEqual(refused(`${SOUND}    __proto__: { production: true }\n`), [
      "config.unknown-key Pulumi.test.yaml: platform.__proto__",
    ]);
  });

  it("with a key twice are named with the line of the second", () => {
    assert.deepEqual(refused(`${SOUND}    owner: team-other\n`), ["config.duplicate-key Pulumi.test.yaml:7"]);
  });

  for (const [what, text] of [
    ["empty", ""],
    ["a list", "- 1\n"],
    ["without config", "name: pyairtable\n"],
    ["with an empty config", "config:\n"],
  ] as const) {
    it(`that are ${what} miss config`, () => {
      assert.deepEqual(refused(text), ["config.missing Pulumi.test.yaml: config"]);
    });
  }

  it("with a misspelt platform key are told the right one", () => {
    assert.deepEqual(refused(SOUND.replace("platform:", "platfrom:")), [
      "config.missing Pulumi.test.yaml: pyairtable:platform",
      "config.unknown-key Pulumi.test.yaml: pyairtable:platfrom",
    ]);
  });

  it("may set other providers, but no other region", () => {
    write(`${SOUND}  kubernetes:context: lab\n  aws:region: us-east-1\n`);
    assert.equal(fromYamlFile("test", folder).region, "us-east-1");
    assert.deepEqual(refused(`${SOUND}  aws:region: eu-west-1\n`), [
      "config.region-conflict Pulumi.test.yaml: aws:region",
    ]);
    assert.deepEqual(refused(`${SOUND}  region: eu-west-1\n`), ["config.unknown-key Pulumi.test.yaml: region"]);
  });

  it("of the repository fit the generated schema, and faults do not", () => {
    const validate = new Ajv({ strict: false }).compile(platformJsonSchema());
    for (const stack of stacksIn(ROOT)) {
      const text = readFileSync(path.join(ROOT, `Pulumi.${stack}.yaml`), "utf8");
      assert.match(text, /^# yaml-language-server: \$schema=/);
      const platform: object = parse(text).config["pyairtable:platform"];
      assert.ok(validate(platform), JSON.stringify(validate.errors));
      assert.ok(!validate({ ...platform, budget: { monthlyUsd: -1, dailyAlertUsd: 1 } }));
      assert.ok(!validate({ ...platform, colour: "blue" }));
    }
  });
});
