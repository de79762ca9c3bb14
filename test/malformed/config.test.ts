import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";
import { configErrorCodes, readPlatformConfig } from "../../stacks/config/index.ts";
import { betweenCases } from "./cases/between.ts";
import { shapeCases } from "./cases/shape.ts";
import { valueCases } from "./cases/values.ts";
import { type Case, edited, PRODUCTION, soundConfig } from "./edits.ts";
import { refusal } from "./refusal.ts";

const SUBJECT = "Pulumi.test.yaml";
const CASES: readonly Case[] = [...shapeCases, ...valueCases, ...betweenCases];

describe("malformed configurations", () => {
  it("are refused for their faults only: the bases are sound", () => {
    assert.equal(readPlatformConfig(soundConfig(), SUBJECT).zones.length, 2);
    assert.equal(readPlatformConfig(edited(soundConfig(), PRODUCTION), SUBJECT).production, true);
  });

  it("are at least a hundred, each of its own name", () => {
    assert.ok(CASES.length >= 100, `${CASES.length} cases`);
    assert.equal(new Set(CASES.map(([what]) => what)).size, CASES.length);
  });

  for (const [what, edits, ...expected] of CASES) {
    it(`${what}: ${expected.length === 1 ? expected[0] : `${expected.length} problems`}`, () => {
      const error = refusal(() => readPlatformConfig(edited(soundConfig(), edits), SUBJECT));
      const found = error.diagnostics.map(({ code, path }) => `${code} ${path.replace(`${SUBJECT}: `, "")}`);
      assert.deepEqual(found.sort(), [...expected].sort());
    });
  }

  for (const raw of [undefined, null, 3, "text", [], [1], true]) {
    it(`the whole is ${JSON.stringify(raw) ?? "not there"}`, () => {
      const { diagnostics } = refusal(() => readPlatformConfig(raw, SUBJECT));
      assert.ok(diagnostics.every(({ path }) => path.startsWith(`${SUBJECT}: platform`)));
    });
  }

  it("use documented codes, and every code but those of files has a case", () => {
    const used = new Set(CASES.flatMap(([, , ...expected]) => expected.map((one) => one.split(" ")[0]!)));
    const ofFiles = ["config.unknown-stack", "config.yaml", "config.duplicate-key", "config.region-conflict"];
    assert.deepEqual([...used, ...ofFiles].sort(), configErrorCodes.map(({ code }) => code).sort());
  });

  it("suggest the nearest key and value", () => {
    const fixOf = (edits: Record<string, unknown>) =>
      refusal(() => readPlatformConfig(edited(soundConfig(), edits), SUBJECT)).diagnostics[0]!.fix;
    assert.equal(fixOf({ "budget.montlyUsd": 1 }), "Rename it to monthlyUsd.");
    assert.equal(fixOf({ region: "us-east1" }), 'Write "us-east-1".');
    assert.equal(fixOf({ colour: 1 }), "Remove it.");
  });

  it("never end in another kind of error", () => {
    assert.throws(() => refusal(() => assert.fail("not a user's mistake")), assert.AssertionError);
    assert.ok(refusal(() => readPlatformConfig({}, SUBJECT)) instanceof UserError);
  });
});
