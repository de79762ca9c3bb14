import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import prodLimits from "./limits/prod.json" with { type: "json" };
import { rules } from "./rules/index.ts";
import { GUARD_ID } from "./rules/no-disabled-rules.ts";
import { analyzeAsEngine } from "./testing/analyze-as-engine.ts";
import type { CapturedGraph, Mutant } from "./testing/captured.ts";
import { fixtureGraph } from "./testing/fixture-graph.ts";
import { rulesThatFired } from "./testing/test-rule.ts";

const PROD_GRAPH = fileURLToPath(new URL("./test/prod-graph.json", import.meta.url));

let text: string | undefined;

/** The graph of prod as the engine showed it to the capture pack (`capture/README.md`), anew at each call. */
function prodGraph(): CapturedGraph {
  const how = "policies/test/prod-graph.json is missing: make it as policies/capture/README.md says";
  assert.ok(existsSync(PROD_GRAPH), how);
  text ??= readFileSync(PROD_GRAPH, "utf8");
  return JSON.parse(text) as CapturedGraph;
}

async function mutantOf(id: string): Promise<Mutant> {
  const module = (await import(`./rules/${id}.test.ts`)) as { mutant?: Mutant };
  assert.ok(module.mutant, `rules/${id}.test.ts exports no mutant`);
  return module.mutant;
}

// Imported while mocha loads files, so that their own tests are registered once and not inside a test.
const mutants = new Map<string, Mutant>();
for (const { policy } of rules) {
  if (policy.name !== GUARD_ID) mutants.set(policy.name, await mutantOf(policy.name));
}

describe("the fixture graph", () => {
  it("raises nothing", () => assert.deepEqual(analyzeAsEngine(fixtureGraph(), prodLimits), []));
});

describe("the real prod graph", () => {
  it("raises no breach", () => {
    const found = analyzeAsEngine(prodGraph(), prodLimits).filter(({ level }) => level !== "advisory");
    assert.deepEqual(found, []);
  });

  it("leaves no rule undecided on a value not known in preview", () => {
    const found = analyzeAsEngine(prodGraph(), prodLimits).filter(({ level }) => level === "advisory");
    assert.deepEqual(found, []);
  });

  for (const [id, mutate] of mutants) {
    it(`with the mutant of ${id} raises exactly that`, () => {
      const graph = prodGraph();
      mutate(graph);
      assert.deepEqual(rulesThatFired(graph, prodLimits), [id]);
    });
  }
});
