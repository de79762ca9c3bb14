import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { loadPlan } from "../stacks/config/load.ts";
import { planText } from "./lib/plan-text.ts";
import { planTotals } from "./lib/plan-totals.ts";

const SCRIPT = path.join(import.meta.dirname, "plan.ts");
const run = (...argv: string[]) => spawnSync(process.execPath, [SCRIPT, ...argv], { encoding: "utf8" });

describe("the plan command", () => {
  it("prints the whole plan as JSON", () => {
    const { stdout, stderr, status } = run("--stack", "dev", "--json");
    assert.deepEqual([status, stderr], [0, ""]);
    assert.deepEqual(JSON.parse(stdout), loadPlan("dev"));
  });

  it("ends in exit code 1, one message and no stack trace for a user's mistake", () => {
    const { stdout, stderr, status } = run("--stack", "prd");
    assert.deepEqual([status, stdout], [1, ""]);
    assert.match(stderr, /^stack: 1 problem\n/);
    assert.doesNotMatch(stderr, /\n\s+at /);
  });

  it("shows people every service and the totals", () => {
    const plan = loadPlan("prod");
    const text = planText(plan);
    for (const { name, port } of plan.services) assert.match(text, new RegExp(`^${name} .* ${port}\\b`, "m"));
    const { tasks, vcpu, memoryGiB, edges } = planTotals(plan);
    assert.ok(text.includes(`30 services, ${tasks} tasks, ${vcpu} vCPU, ${memoryGiB} GiB, ${edges} calls`));
    assert.match(text, /sample data/);
  });
});
