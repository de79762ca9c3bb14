import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";
import { sloErrorCodes } from "./error-codes.ts";
import type { SloSpec } from "./spec.ts";
import { aSpec } from "./test-specs.ts";
import { checkSlos, requireSlos } from "./validate.ts";
import { BURN_WINDOWS, type BurnWindow } from "./windows.ts";

const bad = (changes: Record<string, unknown>) => aSpec(changes as Partial<SloSpec>);
const window = (changes: Partial<BurnWindow>) => [{ ...BURN_WINDOWS[0]!, ...changes }];

const CASES: [what: string, specs: SloSpec[], code: string, path: RegExp, fix?: RegExp][] = [
  ["100%", [bad({ objective: 1 })], "slo.objective", /record-service\.slo\.availability\.objective/, /only be broken/],
  ["more than 100%", [bad({ objective: 1.5 })], "slo.objective", /objective/],
  ["percent for a share", [bad({ objective: 99.9 })], "slo.objective", /objective/, /0\.999/],
  ["0", [bad({ objective: 0 })], "slo.objective", /objective/],
  ["below 0", [bad({ objective: -0.5 })], "slo.objective", /objective/],
  ["not a number", [bad({ objective: Number.NaN })], "slo.objective", /objective/],
  ["unknown tier", [bad({ tier: "critcal" })], "slo.tier", /tier/, /critical/],
  ["no owner", [bad({ owner: " " })], "slo.owner", /owner/],
  [
    "target between buckets",
    [bad({ sli: { kind: "slower-than", source: "http", thresholdSeconds: 0.3 } })],
    "slo.bucket",
    /thresholdSeconds/,
  ],
  ["twice", [aSpec(), aSpec()], "slo.duplicate", /record-service\.slo\.availability/],
  ["unreachable factor", [bad({ objective: 0.9 })], "slo.factor", /objective/, /never fire/],
  [
    "part of a request",
    [bad({ lowTraffic: { minimumRequests: 0.5, minimumBadEvents: 3 } })],
    "slo.low-traffic",
    /minimumRequests/,
  ],
  ["period below the longest window", [bad({ periodDays: 2 })], "slo.period", /periodDays/],
  ["name that is no label", [bad({ slo: 'a"b' })], "slo.name", /slo/],
];

describe("a wrong objective", () => {
  for (const [what, specs, code, path, fix] of CASES) {
    it(`is named: ${what}`, () => {
      const found = checkSlos(specs);
      assert.deepEqual([...new Set(found.map((diagnostic) => diagnostic.code))], [code]);
      assert.match(found[0]!.path, path);
      if (fix !== undefined) assert.match(found[0]!.fix, fix);
    });
  }
  it("comes with all others in one error", () => {
    const specs = [bad({ objective: 2, tier: "gold" }), bad({ service: "auth-service", owner: "" })];
    assert.throws(
      () => requireSlos(specs),
      (error) => error instanceof UserError && error.diagnostics.length === 3,
    );
  });
});

describe("a wrong window", () => {
  const cases: [what: string, windows: BurnWindow[], scrapeSeconds: number][] = [
    ["shorter than the scrape interval", window({ shortSeconds: 15 }), 30],
    ["one scrape long", window({}), 300],
    ["long not longer than short", window({ longSeconds: 300 }), 30],
    ["no factor", window({ factor: 0 }), 30],
  ];
  for (const [what, windows, scrape] of cases) {
    it(`is named: ${what}`, () => {
      assert.deepEqual(
        checkSlos([aSpec()], windows, scrape).map(({ code }) => code),
        ["slo.window"],
      );
    });
  }
});

describe("codes of the room", () => {
  it("are all reported by some case above, and listed", () => {
    const reported = new Set([...CASES.map(([, , code]) => code), "slo.window"]);
    assert.deepEqual([...reported].sort(), sloErrorCodes.map(({ code }) => code).sort());
  });
  it("a sound objective has none", () => assert.deepEqual(checkSlos([aSpec()]), []));
});
