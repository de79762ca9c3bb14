import assert from "node:assert/strict";
import { output } from "@pulumi/pulumi";
import { UserError } from "@pyairtable/diagnostics";
import { recordProgram } from "../shared/test-mocks.ts";
import type { MonitoringArgs } from "./args.ts";
import { onEcs } from "./ecs/on-ecs.ts";
import { Monitoring } from "./monitoring.ts";
import { DASHBOARDS, monitoringOf, PLAN, WORLD, wiring } from "./test-world.ts";

const ecs = () => onEcs(wiring(output("sg-1")));
const args = (over: Partial<MonitoringArgs> = {}): MonitoringArgs => ({
  plan: PLAN,
  monitoring: monitoringOf(),
  dashboards: DASHBOARDS,
  worlds: [ecs()],
  ...over,
});

async function codesOf(over: Partial<MonitoringArgs>): Promise<string[]> {
  try {
    await recordProgram(WORLD, false, () => new Monitoring("watch", args(over)));
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.diagnostics.map(({ code }) => code);
  }
}

describe("Monitoring", () => {
  it("is refused without the world it runs in, or with one twice", async () => {
    assert.deepEqual(await codesOf({ worlds: [] }), ["monitor.world"]);
    assert.deepEqual(await codesOf({ worlds: [ecs(), ecs()] }), ["monitor.world"]);
    const both = { ...monitoringOf(), kubernetes: "stack" as const };
    assert.deepEqual(await codesOf({ monitoring: both }), ["monitor.world"]);
  });
  it("is refused without generated dashboards, unless Grafana is off", async () => {
    assert.deepEqual(await codesOf({ dashboards: {} }), ["monitor.dashboards"]);
    assert.deepEqual(await codesOf({ dashboards: {}, monitoring: monitoringOf({ grafana: false }) }), []);
  });
  it("is refused where its configuration does not fit into a task definition", async () => {
    const noise = Array.from({ length: 80_000 }, (_, n) => ((n * 2_654_435_761) % 4_294_967_296).toString(36)).join("");
    const dashboards = { large: JSON.stringify({ noise }) };
    assert.deepEqual(await codesOf({ dashboards }), ["monitor.size"]);
  });
});
