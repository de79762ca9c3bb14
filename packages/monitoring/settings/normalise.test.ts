import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";
import { fixturePlan } from "../testing/fixture.ts";
import type { MonitoringArgs } from "./args.ts";
import { normaliseSettings } from "./normalise.ts";

const plan = fixturePlan();

function problems(args: MonitoringArgs): readonly { code: string; path: string; fix: string }[] {
  try {
    normaliseSettings(plan, args);
    return [];
  } catch (error) {
    assert.ok(error instanceof UserError);
    return error.diagnostics;
  }
}

describe("settings of monitoring", () => {
  it("have defaults that keep two weeks and an error budget's month", () => {
    const settings = normaliseSettings(plan);
    assert.equal(settings.retentionDays, 31);
    assert.equal(settings.grafanaUrl, "https://grafana.api.example.com");
    assert.deepEqual(settings.externalLabels, { environment: "prod", region: "us-east-1" });
  });

  const cases: [what: string, args: MonitoringArgs, code: string, path: string][] = [
    [
      "scraped too seldom",
      { scrapeIntervalSeconds: 300 },
      "monitoring.scrape-interval",
      "monitoring.scrapeIntervalSeconds",
    ],
    ["a week's retention", { retentionDays: 7 }, "monitoring.retention", "monitoring.retentionDays"],
    ["two weeks for a month's budget", { retentionDays: 15 }, "monitoring.retention", "monitoring.retentionDays"],
    ["half a volume", { volumeGiB: 0.5 }, "monitoring.volume", "monitoring.volumeGiB"],
    ["no budget of series", { seriesPerServiceMax: 0 }, "monitoring.cardinality", "monitoring.seriesPerServiceMax"],
    ["no routes", { routes: { orders: 0 } }, "monitoring.cardinality", "monitoring.routes.orders"],
    ["routes of nobody", { routes: { order: 3 } }, "monitoring.unknown-service", "monitoring.routes.order"],
    ["plain http", { grafanaUrl: "http://x.example" }, "monitoring.url", "monitoring.grafanaUrl"],
    ["a slash too many", { runbookBaseUrl: "https://x.example/" }, "monitoring.url", "monitoring.runbookBaseUrl"],
    [
      "an external label that alerts set",
      { externalLabels: { severity: "x" } },
      "monitoring.label-clash",
      "monitoring.externalLabels",
    ],
    [
      "a label of Prometheus' own",
      { externalLabels: { __name: "x" } },
      "monitoring.label-clash",
      "monitoring.externalLabels",
    ],
    ["a target label that rules set", { targetLabels: ["owner"] }, "monitoring.label-clash", "monitoring.targetLabels"],
    ["a label in two places", { targetLabels: ["environment"] }, "monitoring.label-clash", "monitoring.targetLabels"],
    ["a label twice", { targetLabels: ["zone", "zone"] }, "monitoring.label-clash", "monitoring.targetLabels"],
  ];
  for (const [what, args, code, path] of cases) {
    it(`are refused: ${what}`, () =>
      assert.deepEqual(
        problems(args).map((d) => [d.code, d.path]),
        [[code, path]],
      ));
  }
  it("come with all that is wrong at once, and what was meant", () => {
    const found = problems({ retentionDays: 1, routes: { order: 3 } });
    assert.equal(found.length, 2);
    assert.match(found.map(({ fix }) => fix).join(), /Write orders\./);
  });
});
