import assert from "node:assert/strict";
import prodLimits from "../limits/prod.json" with { type: "json" };
import { analyzeAsEngine } from "../testing/analyze-as-engine.ts";
import type { Limits } from "../testing/captured.ts";
import { fixtureGraph } from "../testing/fixture-graph.ts";
import { GUARD_ID } from "./no-disabled-rules.ts";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const waiver = (change: object = {}) => ({
  rule: "exec-off",
  reason: "incident 4711, agreed",
  until: inDays(7),
  ...change,
});

/** What the guard says under prod's limits with changes. */
function guardSays(change: Limits): string[] {
  return analyzeAsEngine(fixtureGraph(), { ...prodLimits, ...change })
    .filter(({ rule }) => rule === GUARD_ID)
    .map(({ message }) => message);
}
const waived = (...waivers: object[]): Limits => ({ [GUARD_ID]: { waivers } });

/** Turns one rule off; the graph stays as it is. */
export const limitsMutant: Limits = { "exec-off": { enforcementLevel: "disabled" } };

describe(GUARD_ID, () => {
  it("accepts the committed limits", () => assert.deepEqual(guardSays({}), []));

  for (const [name, limits, says] of [
    [
      "a disabled rule",
      limitsMutant,
      /rule exec-off was lowered\n {2}got {5}"disabled"\n {2}wanted {2}mandatory, or a waiver/,
    ],
    ["a rule made advisory by a bare level", { "exec-off": "advisory" }, /exec-off was lowered[\s\S]*"advisory"/],
    ["a level beside knobs", { "exec-off": { allowed: false, enforcementLevel: "disabled" } }, /exec-off was lowered/],
    ["limits for a misspelt rule", { "exec-of": { allowed: true } }, /not there\n {2}got {5}"exec-of"/],
    ["a waiver past its end", { ...limitsMutant, ...waived(waiver({ until: "2020-01-01" })) }, /ended on 2020-01-01/],
    [
      "a waiver of another rule",
      { "exec-off": "disabled", ...waived(waiver({ rule: "image-pinned" })) },
      /exec-off was lowered/,
    ],
    ["a waiver without a reason", { ...limitsMutant, ...waived(waiver({ reason: "" })) }, /no reason/],
    ["a waiver for ever", { ...limitsMutant, ...waived(waiver({ until: inDays(400) })) }, /longer than 180 days/],
  ] as const) {
    it(`catches ${name}`, () => assert.match(guardSays(limits).join("\n"), says));
  }

  it("accepts a lowered rule under a waiver that holds", () => {
    assert.deepEqual(guardSays({ ...limitsMutant, ...waived(waiver()) }), []);
  });

  it("names every rule when all are disabled at once", () => {
    const said = guardSays({ all: "disabled", [GUARD_ID]: { enforcementLevel: "mandatory" } });
    assert.ok(said.length > 70, `${said.length} named`);
  });

  it("alone catches its mutant", () => {
    const fired = analyzeAsEngine(fixtureGraph(), { ...prodLimits, ...limitsMutant }).map(({ rule }) => rule);
    assert.deepEqual(fired, [GUARD_ID]);
  });
});
