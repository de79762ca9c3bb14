import assert from "node:assert/strict";
import { isAlert } from "@pyairtable/slo";
import capacityData from "../data/capacity.json" with { type: "json" };
import { ruleFiles } from "../rule-files.ts";
import { normaliseSettings } from "../settings/normalise.ts";
import { fixturePlan } from "../testing/fixture.ts";
import { capacityOf, checkCapacity, RECORDED_SERIES_PER_SERVICE } from "./capacity.ts";

const plan = fixturePlan();
const settings = normaliseSettings(plan);

describe("what Prometheus must hold", () => {
  it("is retention × samples a second × bytes a sample", () => {
    const { series, samplesPerSecond, neededGiB } = capacityOf(plan, settings);
    assert.ok(Math.abs(samplesPerSecond - series / 30) < 0.01);
    const bytes = 31 * 86_400 * samplesPerSecond * capacityData.bytesPerSample;
    assert.ok(Math.abs(neededGiB - bytes / 1024 ** 3) < 0.01);
  });
  it("fills 80% of its volume at most, the rest is for the log and compaction (pitfall 18)", () => {
    for (const retentionDays of [31, 120, 400]) {
      const { neededGiB, volumeGiB, retentionSizeMiB } = capacityOf(plan, { ...settings, retentionDays });
      assert.ok(neededGiB <= retentionSizeMiB / 1024);
      assert.ok(retentionSizeMiB / 1024 / volumeGiB >= 0.79 && retentionSizeMiB / 1024 / volumeGiB <= 0.85);
    }
  });
  it("counts a service at its most replicas", () => {
    const { seriesByService } = capacityOf(plan, settings);
    // 48 of the exporter, 70 of Node, 6 routes × 4 codes × 14 of the histogram.
    assert.equal(seriesByService.orders, 4 * (48 + 70 + 6 * 4 * 14));
    assert.equal(seriesByService.shelf, 4 * (160 + 70 + 6 * 4 * 14));
  });
  it("doubles with half the scrape interval", () => {
    const twice = capacityOf(plan, { ...settings, scrapeIntervalSeconds: 15 });
    assert.ok(Math.abs(twice.neededGiB / capacityOf(plan, settings).neededGiB - 2) < 0.01);
  });
  it("limits each target to its share of the service's budget", () => {
    assert.equal(capacityOf(plan, settings).sampleLimitByService.orders, 2500);
  });
  it("assumes no fewer recorded series than rules make", () => {
    const rules = ruleFiles(plan, settings).flatMap(({ groups }) => groups.flatMap((group) => group.rules));
    const perService = rules.filter(
      (rule) => !isAlert(rule) && !rule.expr.startsWith("vector(") && !rule.record.startsWith("platform:"),
    );
    const constants = rules.filter((rule) => rule.labels?.service === "orders" && rule.expr.startsWith("vector("));
    // Bad and ratio of each window come twice a service; latency buckets a dozen times; replicas a few.
    const most = perService.length + constants.length + 30 + 12;
    assert.ok(RECORDED_SERIES_PER_SERVICE >= most, `${RECORDED_SERIES_PER_SERVICE} < ${most}`);
  });
});

describe("too much for Prometheus", () => {
  it("is a service over its budget", () => {
    const [problem, ...others] = checkCapacity(plan, { ...settings, routes: { orders: 60 } });
    assert.deepEqual(others, []);
    assert.equal(problem!.code, "monitoring.cardinality");
    assert.equal(problem!.path, "monitoring.routes.orders");
    assert.match(problem!.got, /4 replicas × 3478/);
  });
  it("is a volume that cannot hold the two weeks (gap 13)", () => {
    const [problem] = checkCapacity(plan, { ...settings, retentionDays: 400, volumeGiB: 2 });
    assert.equal(problem!.code, "monitoring.volume");
    assert.match(problem!.wanted, /400 days/);
  });
  it("is nothing, with the defaults", () => assert.deepEqual(checkCapacity(plan, settings), []));
});
