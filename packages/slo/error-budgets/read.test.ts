import assert from "node:assert/strict";
import { type Diagnostic, UserError } from "@pyairtable/diagnostics";
import { errorBudgetCodes, lowestRemaining, parseErrorBudgets, requireErrorBudgets } from "./index.ts";
import { someBudgets } from "./test-budgets.ts";

const FILE = "monitoring/error-budgets/prod.json";
const OPTIONS = { services: ["audit-log", "record-service"], now: new Date("2026-11-23T00:00:00Z") };

function problems(read: () => unknown): readonly Diagnostic[] {
  try {
    read();
  } catch (error) {
    if (error instanceof UserError) return error.diagnostics;
    throw error;
  }
  return [];
}

// biome-ignore lint/suspicious/noExplicitAny: cases break the file in ways its type forbids.
type Broken = any;
type Case = readonly [what: string, breakIt: (file: Broken) => void, code: string, path: string, says: RegExp];

const record = (file: Broken) => file.services["record-service"];
const RECORD = "services.record-service";
const CASES: readonly Case[] = [
  ["no origin", (f) => delete f.origin, "budgets.missing", "origin", /Add origin/],
  ["no share", (f) => delete record(f).spotShare, "budgets.missing", `${RECORD}.spotShare`, /finite number/],
  ["an origin there is not", (f) => (f.origin = "guess"), "budgets.value", "origin", /measured, sample/],
  ["a date for an instant", (f) => (f.measuredAt = "2026-11-22"), "budgets.value", "measuredAt", /ISO instant/],
  ["a local time", (f) => (f.measuredAt = "2026-11-22T06:00:00+02:00"), "budgets.value", "measuredAt", /UTC/],
  ["the future", (f) => (f.measuredAt = "2026-11-24T06:00:00Z"), "budgets.future", "measuredAt", /no later than now/],
  ["no source", (f) => (f.source = ""), "budgets.range", "source", /at least 1 character/],
  ["part of a day", (f) => (f.periodDays = 29.5), "budgets.type", "periodDays", /whole number/],
  ["no day", (f) => (f.periodDays = 0), "budgets.range", "periodDays", /at least 1/],
  ["services as a list", (f) => (f.services = []), "budgets.type", "services", /record by name of service/],
  ["an entry as a number", (f) => (f.services["audit-log"] = 1), "budgets.type", "services.audit-log", /an object/],
  ["a share above 1", (f) => (record(f).spotShare = 1.2), "budgets.range", `${RECORD}.spotShare`, /at most 1/],
  ["percent for a share", (f) => (record(f).spotShare = 70), "budgets.range", `${RECORD}.spotShare`, /Write 0\.7/],
  ["a share below 0", (f) => (record(f).spotShare = -0.1), "budgets.range", `${RECORD}.spotShare`, /at least 0/],
  ["a share that is NaN", (f) => (record(f).spotShare = Number.NaN), "budgets.type", `${RECORD}.spotShare`, /NaN/],
  ["half a replica", (f) => (record(f).replicasMin = 1.5), "budgets.type", `${RECORD}.replicasMin`, /whole number/],
  ["replicas below 0", (f) => (record(f).replicasMin = -1), "budgets.range", `${RECORD}.replicasMin`, /at least 0/],
  [
    "more left than all",
    (f) => (record(f).remaining.latency = 1.01),
    "budgets.range",
    `${RECORD}.remaining.latency`,
    /at most 1/,
  ],
  [
    "an endless debt",
    (f) => (record(f).remaining.latency = Number.NEGATIVE_INFINITY),
    "budgets.type",
    `${RECORD}.remaining.latency`,
    /-Infinity[\s\S]*finite number/,
  ],
  [
    "a key misspelt",
    (f) => (record(f).spotShares = 1),
    "budgets.unknown-key",
    `${RECORD}.spotShares`,
    /to spotShare\./,
  ],
  [
    "an objective there is not",
    (f) => (record(f).remaining.latancy = 1),
    "budgets.unknown-key",
    `${RECORD}.remaining.latancy`,
    /to latency\./,
  ],
  ["a key of its own", (f) => (f.notes = "x"), "budgets.unknown-key", "notes", /Remove it/],
  [
    "a service misspelt",
    (f) => (f.services["record-servce"] = record(f)),
    "budgets.service",
    "services.record-servce",
    /Rename it to record-service/,
  ],
  ["a service of nobody", (f) => (f.services.zzz = record(f)), "budgets.service", "services.zzz", /Remove it/],
];

describe("a file of error budgets", () => {
  it("that is sound is read as it is", () => {
    const text = JSON.stringify(someBudgets());
    assert.deepEqual(parseErrorBudgets(text, FILE, OPTIONS), someBudgets());
  });

  for (const [what, breakIt, code, path, says] of CASES) {
    it(`is refused with ${what}`, () => {
      const file = structuredClone(someBudgets());
      breakIt(file);
      const found = problems(() => requireErrorBudgets(file, FILE, OPTIONS));
      assert.deepEqual(
        found.map((one) => [one.code, one.path]),
        [[code, `${FILE}: ${path}`]],
      );
      assert.match(`${found[0]!.got}\n${found[0]!.wanted}\n${found[0]!.fix}`, says);
    });
  }

  it("is refused with a number that overflows, and says so", () => {
    const text = JSON.stringify(someBudgets()).replace('"spotShare":0.5', '"spotShare":1e999');
    const [found] = problems(() => parseErrorBudgets(text, FILE, OPTIONS));
    assert.deepEqual([found?.code, found?.got, found?.wanted], ["budgets.type", "Infinity", "a finite number"]);
  });

  for (const text of ["", "{", "NaN", '{"origin": NaN}', "<<<<<<< HEAD"]) {
    it(`is refused where it is no JSON: ${show(text)}`, () => {
      const found = problems(() => parseErrorBudgets(text, FILE, OPTIONS));
      assert.deepEqual(
        found.map(({ code, path }) => [code, path]),
        [["budgets.json", FILE]],
      );
    });
  }

  for (const text of ["null", "[]", "3", '"x"']) {
    it(`is refused where it is no object: ${text}`, () => {
      const found = problems(() => parseErrorBudgets(text, FILE, OPTIONS));
      assert.deepEqual(
        found.map(({ code, path }) => [code, path]),
        [["budgets.type", FILE]],
      );
    });
  }

  it("has everything wrong with it in one error", () => {
    const file = structuredClone(someBudgets()) as Broken;
    file.origin = "guess";
    file.measuredAt = "2027-01-01T00:00:00Z";
    file.services.strange = record(file);
    record(file).spotShare = 2;
    const found = problems(() => requireErrorBudgets(file, FILE, OPTIONS)).map(({ code }) => code);
    assert.deepEqual(found.sort(), [
      "budgets.future",
      "budgets.range",
      "budgets.range",
      "budgets.service",
      "budgets.value",
    ]);
  });
});

describe("the lowest of a service's budgets", () => {
  it("is that of the objective with least left; nothing where none was measured", () => {
    assert.deepEqual(lowestRemaining({ availability: 0.4, latency: -0.2 }), { slo: "latency", remaining: -0.2 });
    assert.deepEqual(lowestRemaining({ availability: 0.4, latency: null }), { slo: "availability", remaining: 0.4 });
    assert.equal(lowestRemaining({ availability: null, latency: null }), undefined);
  });
});

describe("codes of error budgets", () => {
  it("of a file are all reported by some case above", () => {
    const ofFiles = errorBudgetCodes.map(({ code }) => code).filter((code) => !code.startsWith("budgets.prometheus"));
    assert.deepEqual([...new Set([...CASES.map(([, , code]) => code), "budgets.json"])].sort(), ofFiles);
  });
});

function show(text: string): string {
  return JSON.stringify(text);
}
