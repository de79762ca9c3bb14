import assert from "node:assert/strict";
import { isAlert } from "../rule.ts";
import { aSpec } from "../test-specs.ts";
import { sloAlertGroups, sloRecordingGroups } from "./groups.ts";
import { SLOW_INTERVAL_SECONDS } from "./options.ts";

const latency = (service: string, thresholdSeconds: number) =>
  aSpec({ service, slo: "latency", objective: 0.95, sli: { kind: "slower-than", source: "http", thresholdSeconds } });
const specs = [
  aSpec(),
  latency("record-service", 0.25),
  latency("user-service", 2),
  aSpec({ service: "import-worker", tier: "batch", sli: { kind: "errors", source: "messages" } }),
];
const recorded = sloRecordingGroups(specs);
const rulesNamed = (record: string) =>
  recorded.flatMap(({ rules }) => rules).filter((rule) => "record" in rule && rule.record === record);

describe("recording rules of objectives", () => {
  it("are few: one for each window, source and target, whatever the number of services", () => {
    const many = [...specs, ...Array.from({ length: 50 }, (_, n) => aSpec({ service: `service-${n}` }))];
    const count = (groups: typeof recorded) => groups[1]!.rules.length + groups[2]!.rules.length;
    assert.equal(count(sloRecordingGroups(many)), count(recorded));
  });
  it("count a service without errors as zero errors", () => {
    const [http] = rulesNamed("slo:sli_bad:rate5m");
    assert.match(http!.expr, /or 0 \* slo:sli_total:rate5m/);
  });
  it("take a whole bucket bound in both spellings", () => {
    const slow = rulesNamed("slo:sli_bad:rate1h").map(({ expr }) => expr);
    assert.ok(
      slow.some((expr) => expr.includes('le=~"2|2\\\\.0"')),
      slow.join("\n"),
    );
    assert.ok(slow.some((expr) => expr.includes('le="0.25"')));
  });
  it("divide only where there was a request", () => {
    for (const rule of rulesNamed("slo:sli_error:ratio_rate30d")) assert.match(rule.expr, /> 0\)$/);
  });
  it("sum before they divide in windows over six hours", () => {
    const [total] = rulesNamed("slo:sli_total:rate3d");
    assert.equal(total!.expr, "sum_over_time(slo:sli_total:rate5m[3d]) * 30 / 259200");
  });
  it("come often enough to be found by a query", () => {
    assert.ok(SLOW_INTERVAL_SECONDS < 300);
    for (const { intervalSeconds } of recorded) assert.ok(intervalSeconds < 300);
  });
  it("name each window", () => {
    for (const window of ["5m", "30m", "1h", "2h", "6h", "1d", "3d", "30d"])
      assert.equal(rulesNamed(`slo:sli_error:ratio_rate${window}`).length, 1, window);
  });
  it("of two periods don't mix", () => {
    assert.throws(() => sloRecordingGroups([aSpec(), aSpec({ slo: "other", periodDays: 28 })]), /several periods/);
  });
});

describe("alerts on objectives", () => {
  const alerts = sloAlertGroups(specs, { awake: "awake > 0" }).flatMap(({ rules }) => rules.filter(isAlert));
  const named = (name: string) => alerts.find(({ alert }) => alert === name)!;

  it("are eight", () => {
    assert.deepEqual(
      alerts.map(({ alert }) => alert),
      [
        "SloErrorBudgetBurnFast",
        "SloErrorBudgetBurnSlow",
        "SloErrorBudgetBurnDay",
        "SloErrorBudgetBurnThreeDays",
        "SloErrorBudgetSpent",
        "SloMetricAbsent",
        "SloErrorsAtLowTraffic",
        "SloTrafficTooLow",
      ],
    );
  });
  it("ask both windows and both floors", () => {
    const { expr } = named("SloErrorBudgetBurnFast");
    for (const part of ["ratio_rate1h >", "ratio_rate5m >", "14.4 *", "slo:minimum_bad", "slo:minimum_requests"])
      assert.ok(expr.includes(part), part);
  });
  it("page nobody for a batch service", () => {
    for (const { severity, expr } of alerts.filter(({ alert }) => alert.includes("Burn")))
      assert.equal(expr.includes('tier!="batch"'), severity === "page");
  });
  it("don't miss the metrics of a service that sleeps", () => {
    assert.match(named("SloMetricAbsent").expr, /and on \(service\) \(awake > 0\)$/);
  });
});
