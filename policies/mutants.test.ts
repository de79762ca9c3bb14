import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { rules } from "./rules/index.ts";
import { GUARD_ID } from "./rules/no-disabled-rules.ts";
import { analyzeAsEngine } from "./testing/analyze-as-engine.ts";
import type { Mutant } from "./testing/captured.ts";
import { rulesThatFired } from "./testing/test-rule.ts";
import { capturedGraph, WORLDS, worldOf } from "./testing/world.ts";

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

for (const world of Object.values(WORLDS)) {
  describe(`the fixture of ${world.name}`, () => {
    it("raises nothing", () => assert.deepEqual(analyzeAsEngine(world.fixture(), world.fixtureLimits), []));
  });

  describe(`the real graph of ${world.name}`, () => {
    before(() => assert.ok(existsSync(world.file), `${world.file}: make it as policies/capture/README.md says`));

    it("raises no breach", () => {
      const found = analyzeAsEngine(capturedGraph(world), world.limits).filter(({ undecided }) => undecided !== true);
      assert.deepEqual(found, []);
    });

    it("leaves no rule undecided on a value not known in preview", () => {
      const found = analyzeAsEngine(capturedGraph(world), world.limits).filter(({ undecided }) => undecided === true);
      assert.deepEqual(found, []);
    });

    for (const [id, mutate] of mutants) {
      if (worldOf(id) !== world) continue;
      it(`with the mutant of ${id} raises exactly that`, () => {
        const graph = capturedGraph(world);
        mutate(graph);
        assert.deepEqual(rulesThatFired(graph, world.limits), [id]);
      });
    }
  });
}
