import assert from "node:assert/strict";
import type { Rule } from "../rule.ts";
import { analyzeAsEngine } from "./analyze-as-engine.ts";
import { resource } from "./build.ts";
import type { CapturedGraph, CapturedResource, Limits, Mutant } from "./captured.ts";
import { worldOf } from "./world.ts";

type Case = CapturedResource | CapturedGraph;

export interface RuleCases {
  /** Knobs for the cases below; the mutant runs under the limits of its world. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Name of the case → what must raise nothing. */
  readonly passes: Readonly<Record<string, Case>>;
  /** Name of the case → what must raise this rule, and what its message must say. */
  readonly fails: Readonly<Record<string, readonly [Case, RegExp]>>;
  /** A value not known in preview: the engine turns the rule advisory and says so. */
  readonly unknown?: Case;
  /** An unknown value that the rule does without, or that it takes as a breach. */
  readonly unknownIs?: { readonly fine: Case } | { readonly breach: readonly [Case, RegExp] };
  readonly mutant: Mutant;
}

/** Registers the tests of one rule: tables, the unknown value, and its mutant on the fixture graph. */
export function testRule(rule: Rule, cases: RuleCases): void {
  const { id } = rule.sentence;
  const run = (given: Case) => analyzeAsEngine(withNeeded(rule, [given].flat()), { [id]: cases.config ?? {} }, [rule]);
  const breach = ([given, says]: readonly [Case, RegExp]) => {
    const found = run(given);
    assert.notEqual(found.length, 0, "raised nothing");
    for (const { level } of found) assert.equal(level, rule.policy.enforcementLevel);
    assert.match(found.map(({ message }) => message).join("\n"), says);
    assert.match(found[0]!.message, new RegExp(`\\[${id}\\]$`));
  };

  describe(id, () => {
    for (const [name, given] of Object.entries(cases.passes)) {
      it(`accepts ${name}`, () => assert.deepEqual(run(given), []));
    }
    for (const [name, given] of Object.entries(cases.fails)) it(`catches ${name}`, () => breach(given));

    const { unknown, unknownIs } = cases;
    if (unknown !== undefined) {
      it("turns advisory on a value not known in preview", () => {
        const found = run(unknown);
        assert.deepEqual(
          found.map(({ level }) => level),
          ["advisory"],
        );
        assert.match(found[0]!.message, /can't be known during preview/);
      });
    }
    if (unknownIs !== undefined && "fine" in unknownIs) {
      it("decides without the value not known in preview", () => assert.deepEqual(run(unknownIs.fine), []));
    }
    if (unknownIs !== undefined && "breach" in unknownIs) {
      it("takes a value not known in preview as a breach", () => breach(unknownIs.breach));
    }
    it("alone catches its mutant", () => {
      const { fixture, fixtureLimits } = worldOf(id);
      const graph = fixture();
      cases.mutant(graph);
      assert.deepEqual(rulesThatFired(graph, fixtureLimits), [id]);
    });
  });
}

/** A stack rule that needs a type is skipped without it: cases need not name it each time. */
function withNeeded({ policy }: Rule, graph: CapturedGraph): CapturedGraph {
  const validate = "validateStack" in policy ? policy.validateStack : undefined;
  const { __pulumiType: needs } = (validate ?? {}) as { __pulumiType?: string };
  return needs === undefined || graph.some(({ type }) => type === needs) ? graph : [...graph, resource(needs, {})];
}

/** Ids of the rules that fired, each once, sorted; a rule stopped by an unknown value did not decide. */
export function rulesThatFired(graph: CapturedGraph, limits: Limits): string[] {
  const fired = analyzeAsEngine(graph, limits).filter(({ undecided }) => undecided !== true);
  return [...new Set(fired.map(({ rule }) => rule))].sort();
}
