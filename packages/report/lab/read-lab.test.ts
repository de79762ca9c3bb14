import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";
import { EXPECTED, labFiles, labTexts } from "../testing/lab-texts.ts";
import { readLab } from "./read-lab.ts";
import { usageScores } from "./scores.ts";

const read = (texts: ReadonlyMap<string, string>, expected = EXPECTED) => readLab(texts, expected, "lab");
function problems(texts: ReadonlyMap<string, string>, expected = EXPECTED): string[] {
  try {
    read(texts, expected);
  } catch (error) {
    assert.ok(error instanceof UserError);
    for (const { fix } of error.diagnostics) assert.match(fix, /npm run lab:monitoring/);
    return error.diagnostics.map(({ code, path, got }) => `${code} ${path} ${got}`);
  }
  return [];
}
const run = labFiles()["run.json"] as Record<string, unknown>;

describe("figures of the monitoring lab", () => {
  it("are there in full", () => {
    const lab = read(labTexts())!;
    assert.equal(lab.run.seconds, 350);
    assert.equal(lab.usage!.services.length, 2);
    assert.deepEqual(lab.twoWeeks!.services[0]!.cpu, [0.1, null, 0.3]);
    assert.equal(lab.otherRules, false);
    assert.equal(lab.history, null);
  });
  it("are none where no file is", () => assert.equal(read(new Map()), null));

  it("are not those of an earlier run in the same folder", () => {
    const lab = read(labTexts({ "run.json": { ...run, files: ["usage.json"] } }))!;
    assert.equal(lab.speed, null);
    assert.equal(lab.usage!.services.length, 2);
  });
  it("of other rules say so", () => {
    assert.equal(readLab(labTexts(), { ...EXPECTED, rules: "r2" }, "lab")!.otherRules, true);
  });
  it("of another scenario are refused", () => {
    const got = problems(labTexts(), { ...EXPECTED, scenario: "s2" });
    assert.deepEqual(got, ['report.lab-stale lab/run.json: scenario "s1" of a run on 2026-11-24']);
  });
  it("of a run that broke off are refused", () => {
    assert.deepEqual(problems(labTexts({ "run.json": null })), ["report.lab-file lab/run.json no such file"]);
    assert.deepEqual(problems(labTexts({ "usage.json": null })), ["report.lab-file lab/usage.json no such file"]);
  });
  it("that are wrong are named by file and place, all at once", () => {
    const usage = labFiles()["usage.json"] as { services: Record<string, unknown>[] };
    usage.services[1]!.found = "enormous";
    usage.services[0]!.cpuP99 = "0.1";
    const texts = labTexts({ "usage.json": usage }).set("speed.json", "{ broken");
    assert.deepEqual(problems(texts), [
      'report.lab-file lab/speed.json "{ broken"',
      'report.lab-file lab/usage.json: services.0.cpuP99 "0.1"',
      'report.lab-file lab/usage.json: services.1.found "enormous"',
    ]);
  });
  it("of an older lab are refused", () => {
    assert.deepEqual(problems(labTexts({ "run.json": { ...run, schema: 0 } })), [
      "report.lab-file lab/run.json: schema 0",
    ]);
    assert.match(problems(labTexts({ "burn-rates.json": [] }))[0]!, /^report\.lab-file lab\/burn-rates\.json \[\]/);
  });
});

describe("usage verdicts", () => {
  it("are scored by precision and recall", () => {
    const lab = read(labTexts())!;
    const [over, right] = lab.usage!.services as [NonNullable<typeof lab.usage>["services"][number], never];
    const wrong = { ...(right as typeof over), found: "over" as const };
    assert.deepEqual(usageScores({ wasteUsd: null, services: [over, wrong] }), {
      all: 2,
      right: 1,
      fitting: 2,
      scores: [
        { kind: "over", precision: 0.5, recall: 1 },
        { kind: "under", precision: null, recall: null },
      ],
    });
  });
});
