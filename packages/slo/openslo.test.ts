import assert from "node:assert/strict";
import { openSloDocuments } from "./openslo.ts";
import { aSpec } from "./test-specs.ts";

describe("the OpenSLO export", () => {
  const specs = [
    aSpec({ slo: "latency", objective: 0.95, sli: { kind: "slower-than", source: "http", thresholdSeconds: 0.5 } }),
    aSpec(),
    aSpec({ service: "auth-service" }),
  ];
  const documents = openSloDocuments(specs, "http://prometheus:9090");
  const named = (name: string) => documents.find(({ kind, metadata }) => kind === "SLO" && metadata.name === name)!;

  it("has one data source, each service once, each objective", () => {
    assert.deepEqual(
      documents.map(({ kind, metadata }) => `${kind} ${metadata.name}`),
      [
        "DataSource prometheus",
        "Service auth-service",
        "SLO auth-service-availability",
        "Service record-service",
        "SLO record-service-latency",
        "SLO record-service-availability",
      ],
    );
  });
  it("counts bad ones of errors and good ones of speed, in occurrences over a rolling window", () => {
    const { spec } = named("record-service-latency");
    assert.deepEqual(spec.timeWindow, [{ duration: "30d", isRolling: true }]);
    assert.equal(spec.budgetingMethod, "Occurrences");
    assert.deepEqual(spec.objectives, [{ displayName: "latency", target: 0.95 }]);
    const indicator = (name: string) => JSON.stringify(named(name).spec.indicator);
    assert.match(indicator("record-service-latency"), /"good":.*_bucket\{.*le=\\"0.5\\"/);
    assert.match(indicator("record-service-availability"), /"bad":.*5\.\./);
  });
  it("refers to things that it holds", () => {
    const services = new Set(documents.filter(({ kind }) => kind === "Service").map(({ metadata }) => metadata.name));
    for (const { spec } of documents.filter(({ kind }) => kind === "SLO"))
      assert.ok(services.has(String(spec.service)));
  });
});
