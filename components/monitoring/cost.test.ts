import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { monitoringLines, sumUsd } from "./cost.ts";
import { monitoringOf } from "./test-world.ts";

const usd = (args: Parameters<typeof monitoringOf>[0], production = true) =>
  sumUsd(monitoringLines("us-east-1", monitoringOf(args), production));

describe("what monitoring costs", () => {
  it("is a small part of the budget by default, and the managed one many times that at the samples of production", () => {
    const own = usd({});
    assert.ok(own > 20 && own < 40, String(own));
    const managed = { ...monitoringOf({ prometheus: "managed" }), samplesPerSecond: 2225 };
    assert.ok(sumUsd(monitoringLines("us-east-1", managed, true)) > 300);
  });
  it("is the topic's key and composite alarms where Prometheus is off", () =>
    assert.equal(usd({ prometheus: "off" }), 2));
  it("has a source for each line", () => {
    for (const { source, unit } of monitoringLines("us-east-1", monitoringOf({ prometheus: "managed" }), true))
      assert.ok(source.length > 3 && unit.length > 0);
  });
  it("pays each secret once", () => {
    const lines = monitoringLines("us-east-1", monitoringOf(), true);
    const secrets = lines.find(({ what }) => what.startsWith("secrets"))!;
    assert.ok(Number.isInteger(secrets.quantity) && secrets.quantity >= 3, String(secrets.quantity));
  });
  it("is what the README says", () => {
    const readme = readFileSync(new URL("README.md", import.meta.url), "utf8");
    assert.match(readme, /\| `fargate` /);
  });
});
