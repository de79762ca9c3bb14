import assert from "node:assert/strict";
import { ruleFiles } from "@pyairtable/monitoring";
import { planOf } from "../../support/plan-of.ts";
import { labPlan, labSettings } from "../plan.ts";
import { coursesJson } from "./courses.ts";
import { whatIsPlayed } from "./run-record.ts";

describe("the record of a run", () => {
  const plan = labPlan(planOf("prod"), planOf("prod-eks"));
  const files = ruleFiles(plan, labSettings(plan));
  const played = whatIsPlayed(plan, files);

  it("is the same for the same code", () => {
    assert.deepEqual(whatIsPlayed(structuredClone(plan), structuredClone(files)), played);
    assert.equal(played.platform.services, 30);
    assert.equal(played.platform.onEcs + played.platform.onKubernetes, 30);
  });
  it("changes with a service's size, whatever the rules", () => {
    const services = plan.services.map((one, index) => (index === 0 ? { ...one, cpuUnits: 4096 } : one));
    const other = whatIsPlayed({ ...plan, services }, files);
    assert.notEqual(other.scenario, played.scenario);
    assert.equal(other.rules, played.rules);
  });
  it("changes with a rule, whatever the services", () => {
    const other = whatIsPlayed(plan, files.slice(1));
    assert.equal(other.scenario, played.scenario);
    assert.notEqual(other.rules, played.rules);
  });
  it("keeps gaps of a course apart from zeros", () => {
    const gap = new Array<number>(3).fill(Number.NaN);
    gap[1] = 0.12345;
    const { services } = JSON.parse(coursesJson([{ service: "a", verdict: "right", cpu: gap, memory: [0] }]));
    assert.deepEqual(services, [{ service: "a", cpu: [null, 0.123, null], memory: [0] }]);
  });
});
