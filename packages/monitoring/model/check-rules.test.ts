import assert from "node:assert/strict";
import type { AlertRule, Rule } from "@pyairtable/slo";
import { checkRuleFiles, unknownMetrics } from "./check-rules.ts";

const file = (...rules: Rule[]) => [{ name: "f", groups: [{ name: "g", intervalSeconds: 30, rules }] }];
const alert = (changes: Partial<AlertRule> = {}): AlertRule => ({
  alert: "SomethingWrong",
  expr: "up == 0",
  forSeconds: 60,
  severity: "ticket",
  owner: "team-a",
  summary: "a",
  description: "b",
  runbook: "service-down",
  dashboard: "service",
  ...changes,
});
const codes = (files: ReturnType<typeof file>) => checkRuleFiles(files).map(({ code }) => code);

describe("rules that Prometheus would take and we don't", () => {
  const cases: [what: string, rules: Rule[], code: string][] = [
    [
      "a series recorded twice",
      [
        { record: "a:b", expr: "up" },
        { record: "a:b", expr: "up * 2" },
      ],
      "monitoring.rule-twice",
    ],
    ["two alerts of one name", [alert(), alert({ expr: "up == 1" })], "monitoring.rule-twice"],
    ["an unknown metric", [{ record: "a:b", expr: "upp" }], "monitoring.unknown-metric"],
    ["a reserved label", [{ record: "a:b", expr: "up", labels: { le: "1" } }], "monitoring.label-clash"],
    ["an alert nobody owns", [alert({ owner: null })], "monitoring.alert"],
    ["an alert without words", [alert({ summary: " " })], "monitoring.alert"],
    ["a severity there is not", [alert({ severity: "critical" as AlertRule["severity"] })], "monitoring.alert"],
    ["a dashboard there is not", [alert({ dashboard: "nowhere" })], "monitoring.alert"],
    ["a runbook that is no page", [alert({ runbook: "Down.md" })], "monitoring.alert"],
    ["a name in lower case", [alert({ alert: "down" })], "monitoring.alert"],
  ];
  for (const [what, rules, code] of cases) it(what, () => assert.deepEqual(codes(file(...rules)), [code]));

  it("a group too slow to be found by a query", () => {
    const [one] = file({ record: "a:b", expr: "up" });
    assert.deepEqual(
      checkRuleFiles([{ ...one!, groups: [{ ...one!.groups[0]!, intervalSeconds: 600 }] }])[0]!.code,
      "monitoring.rule-interval",
    );
  });
  it("two groups of one name", () => {
    assert.deepEqual(
      checkRuleFiles([...file(), ...file()]).map(({ code }) => code),
      ["monitoring.rule-twice"],
    );
  });
  it("and a sound one has nothing", () => {
    const rules = [
      { record: "a:b", expr: "up" },
      { record: "a:b", expr: "up", labels: { x: "1" } },
      alert({ expr: "a:b == 0" }),
    ];
    assert.deepEqual(codes(file(...rules)), []);
  });
  it("a dashboard's query with a typo is told what was meant", () => {
    const [problem] = unknownMetrics(
      "rate(service:requsts:rate5m[5m])",
      new Set(["service:requests:rate5m"]),
      "service.requests",
    );
    assert.match(problem!.fix, /service:requests:rate5m/);
  });
});
