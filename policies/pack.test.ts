import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ruleCatalogue } from "./catalogue.ts";
import { TAGGABLE_TYPES, UNTAGGABLE_TYPES } from "./facts.ts";
import { rules } from "./rules/index.ts";
import { CONTROL_PREFIXES } from "./sentence.ts";

const RULES = fileURLToPath(new URL("./rules", import.meta.url));
const ids = rules.map(({ policy }) => policy.name);
const isControl = (control: string) => /^[\w-]+:\w/.test(control) && control.split(":")[0]! in CONTROL_PREFIXES;
const stems = (ending: string) =>
  readdirSync(RULES)
    .filter((name) => name.endsWith(ending) && name !== "index.ts")
    .map((name) => name.slice(0, -ending.length));

describe("the pack", () => {
  it("has one file and one test file a rule, named by its id", () => {
    const files = stems(".ts").filter((name) => !name.endsWith(".test"));
    assert.deepEqual([...ids].sort(), files.sort());
    assert.deepEqual([...ids].sort(), stems(".test.ts").sort());
  });

  it("names no rule twice, and only in kebab case", () => {
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it("says each rule as a sentence with severity, remediation and controls", () => {
    for (const { title, remediation, controls, severity } of ruleCatalogue) {
      assert.match(title, /^[A-Z].*\.$/, title);
      assert.ok(remediation.length > 10 && severity.length > 0, title);
      assert.ok(controls.length > 0 && controls.every(isControl), title);
    }
  });

  it("has every rule mandatory but those that only warn", () => {
    const warn = rules.filter(({ policy }) => policy.enforcementLevel !== "mandatory");
    assert.deepEqual(
      warn.map(({ policy }) => [policy.name, policy.enforcementLevel]),
      [["error-budget-respected", "advisory"]],
    );
  });

  it("names only types that the provider has", () => {
    const known = new Set([...TAGGABLE_TYPES, ...UNTAGGABLE_TYPES]);
    const sources = stems(".ts").map((name) => readFileSync(`${RULES}/${name}.ts`, "utf8"));
    const named = sources.flatMap((source) => source.match(/aws:[a-z0-9]+\/\w+:\w+/g) ?? []);
    const strangers = [...new Set(named)].filter((type) => !known.has(type) && !type.includes("OfTomorrow"));
    assert.deepEqual(strangers, []);
  });
});

describe("limits", () => {
  for (const stack of ["dev", "lab", "prod", "prod-eks"]) {
    it(`of ${stack} name rules and knobs that exist, with values of their type`, () => {
      const path = new URL(`./limits/${stack}.json`, import.meta.url);
      const limits = JSON.parse(readFileSync(path, "utf8")) as Record<string, Record<string, unknown>>;
      assert.equal(limits["limits-match-stack"]?.stack, stack);
      for (const [id, entry] of Object.entries(limits)) {
        const card = ruleCatalogue.find((one) => one.id === id);
        assert.ok(card, `${id} is no rule`);
        for (const [knob, value] of Object.entries(entry)) {
          const fallback: unknown = card.config[knob]?.default;
          assert.ok(fallback !== undefined, `${id} has no knob ${knob}`);
          assert.equal(
            Array.isArray(value) ? "list" : typeof value,
            Array.isArray(fallback) ? "list" : typeof fallback,
          );
        }
      }
    });
  }
});
