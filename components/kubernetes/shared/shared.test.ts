import assert from "node:assert/strict";
import { costTags } from "@pyairtable/plan";
import {
  cpuQuantity,
  isDnsLabel,
  isLabelValue,
  isPinned,
  memoryQuantity,
  objectLabels,
  percentQuantity,
  podLabels,
  withRegistry,
} from "./index.ts";

const TAGS = costTags({ project: "p", environment: "dev", service: "a", owner: "team-a", costCenter: "cc-1" });

describe("quantities", () => {
  it("are written as the API server gives them back", () => {
    assert.deepEqual([250, 1500, 1000, 12_000].map(cpuQuantity), ["250m", "1500m", "1", "12"]);
    const written = [512, 1024, 1536, 24_576, 1_048_576, 0].map(memoryQuantity);
    assert.deepEqual(written, ["512Mi", "1Gi", "1536Mi", "24Gi", "1Ti", "0Mi"]);
    assert.equal(percentQuantity(25), "25%");
  });
});

describe("labels", () => {
  it("carry the six cost tags, the name and the project", () => {
    const labels = objectLabels({ name: "a", tags: TAGS, domain: "records", tier: "critical" });
    assert.deepEqual(labels, {
      "app.kubernetes.io/name": "a",
      "app.kubernetes.io/part-of": "p",
      "pyairtable.io/domain": "records",
      "pyairtable.io/tier": "critical",
      "pyairtable.io/project": "p",
      "pyairtable.io/environment": "dev",
      "pyairtable.io/service": "a",
      "pyairtable.io/owner": "team-a",
      "pyairtable.io/cost-center": "cc-1",
      "app.kubernetes.io/managed-by": "pulumi",
    });
    assert.ok(Object.values(labels).every(isLabelValue));
  });

  it("select pods by the name alone, which every object of the service carries", () => {
    const labels = objectLabels({ name: "a", tags: TAGS });
    for (const [key, value] of Object.entries(podLabels("a"))) assert.equal(labels[key], value);
    assert.equal(Object.keys(podLabels("a")).length, 1);
  });

  for (const [value, ok] of [
    ["", true],
    ["team-a.b_c", true],
    ["x".repeat(63), true],
    ["x".repeat(64), false],
    ["-a", false],
    ["a/b", false],
    ["a b", false],
  ] as const)
    it(`${ok ? "takes" : "refuses"} the value "${value.slice(0, 12)}" of ${value.length}`, () =>
      assert.equal(isLabelValue(value), ok));

  for (const [name, ok] of [
    ["record-service", true],
    ["a", true],
    [`a${"b".repeat(62)}`, true],
    [`a${"b".repeat(63)}`, false],
    ["1a", false],
    ["a-", false],
    ["A", false],
    [undefined, false],
  ] as const)
    it(`${ok ? "takes" : "refuses"} ${String(name).slice(0, 16)} as a DNS label`, () =>
      assert.equal(isDnsLabel(name), ok));
});

describe("images", () => {
  const digest = `sha256:${"a".repeat(64)}`;
  for (const image of ["p/a:1.2", "registry.example:5000/p/a:1.2", `p/a@${digest}`])
    it(`takes ${image.slice(0, 32)} for pinned`, () => assert.ok(isPinned(image)));
  for (const image of ["p/a", "p/a:latest", "registry.example:5000/p/a", "p/a@sha256:short"])
    it(`takes ${image} for not pinned`, () => assert.ok(!isPinned(image)));

  it("puts the registry before bare references only", () => {
    assert.equal(withRegistry("p/a:1", "registry.example"), "registry.example/p/a:1");
    assert.equal(withRegistry("other.example/p/a:1", "registry.example"), "other.example/p/a:1");
    assert.equal(withRegistry("p/a:1", null), "p/a:1");
  });
});
