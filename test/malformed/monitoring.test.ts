import assert from "node:assert/strict";
import { catalog, resolve } from "../../catalog/index.ts";
import { readPlatformConfig } from "../../stacks/config/index.ts";
import { monitoringPlanCases, monitoringShapeCases } from "./cases/monitoring.ts";
import { edited, PRODUCTION, soundConfig } from "./edits.ts";
import { refusal } from "./refusal.ts";

const SUBJECT = "Pulumi.test.yaml";
const read = (edits: Readonly<Record<string, unknown>>) => readPlatformConfig(edited(soundConfig(), edits), SUBJECT);
const planOf = (edits: Readonly<Record<string, unknown>>) => resolve(read(edits), catalog, "test").monitoring;
const problems = (work: () => unknown) =>
  refusal(work)
    .diagnostics.map(({ code, path }) => `${code} ${path.replace(`${SUBJECT}: `, "")}`)
    .sort();

describe("malformed monitoring", () => {
  for (const [what, edits, ...expected] of monitoringShapeCases) {
    it(`${what}: ${expected[0]}`, () =>
      assert.deepEqual(
        problems(() => read(edits)),
        [...expected].sort(),
      ));
  }
  for (const [what, edits, ...expected] of monitoringPlanCases) {
    it(`${what}: ${expected[0]}`, () => {
      assert.ok(read(edits), "the reader leaves it to the plan");
      assert.deepEqual(
        problems(() => planOf(edits)),
        [...expected].sort(),
      );
    });
  }

  it("is refused in production where nobody would learn that alerting is down", () => {
    const receivers = { "team-platform": { page: PAGE, ticket: PAGE } };
    const alerting = { receivers, fallback: "team-platform", deadMansSwitch: null };
    const edits = { ...PRODUCTION, "monitoring.alerting": alerting };
    assert.deepEqual(
      problems(() => planOf(edits)),
      ["monitoring.receiver platform.monitoring.alerting.deadMansSwitch"],
    );
  });

  it("never shows a secret that was pasted for its name", () => {
    const pasted = "R0FAKEKEYFAKEKEYFAKEKEYFAKEKEY00";
    const channel = { kind: "pagerduty", routingKeySecret: pasted };
    const receivers = { "team-platform": { page: [channel], ticket: PAGE } };
    const edits = { "monitoring.alerting": { receivers, fallback: "team-platform", deadMansSwitch: null } };
    assert.ok(!refusal(() => planOf(edits)).message.includes(pasted));
  });
});

const PAGE = [{ kind: "slack", channel: "#a", urlSecret: "pyairtable/test/slack" }];

describe("sound monitoring", () => {
  it("takes each default from the plan", () => {
    const monitoring = planOf({});
    assert.deepEqual(
      [monitoring.prometheus, monitoring.kubernetes, monitoring.retentionDays, monitoring.scrapeIntervalSeconds],
      ["fargate", "off", 31, 30],
    );
    assert.deepEqual(monitoring.viewerCidrs, ["10.20.0.0/16"]);
  });

  it("keeps what is not said of a group beside what is", () => {
    const { tracing, logs } = planOf({
      "monitoring.tracing": { sampleShare: 0.2 },
      "monitoring.logs": { infoShare: 0.5 },
    });
    assert.deepEqual([tracing?.sampleShare, tracing?.slowMs], [0.2, 1000]);
    assert.deepEqual([logs.infoShare, logs.groupClass, logs.dropHealthChecks], [0.5, "INFREQUENT_ACCESS", true]);
    assert.equal(planOf({ "monitoring.tracing": null }).tracing, null);
  });

  it("takes another log class where lines are counted", () => {
    const metricFilters = [{ name: "Fatal", pattern: "FATAL", services: ["record-service"] }];
    assert.equal(planOf({ "monitoring.logs": { metricFilters } }).logs.groupClass, "STANDARD");
  });

  it("takes who is told from the stack", () => {
    const receivers = { "team-platform": { page: PAGE, ticket: PAGE } };
    const alerting = { receivers, fallback: "team-platform", deadMansSwitch: null };
    assert.deepEqual(planOf({ "monitoring.alerting": alerting }).alerting, alerting);
  });
});
