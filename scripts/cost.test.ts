import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import path from "node:path";

const file = (name: string) => path.join(import.meta.dirname, name);
const json = (name: string, ...flags: string[]) =>
  JSON.parse(execFileSync(process.execPath, [file(name), "--json", ...flags], { encoding: "utf8" }));

describe("npm run cost and npm run simulate", () => {
  it("prices prod before and as planned, within the seed's range and the target", () => {
    const cost = json("cost.ts", "--stack", "prod");
    assert.equal(Object.keys(cost.services).length, 30);
    assert.ok(cost.baselineUsd >= 555 && cost.baselineUsd <= 785, `${cost.baselineUsd}`);
    assert.ok(cost.plannedUsd <= 400, `${cost.plannedUsd}`);
  });

  it("prints tables that name every service, and ends well", () => {
    for (const name of ["cost.ts", "simulate.ts"]) {
      const { status, stdout } = spawnSync(process.execPath, [file(name)], { encoding: "utf8" });
      assert.equal(status, 0);
      assert.match(stdout, /^record-service +critical/m);
    }
  });

  it("meets every objective of prod, and keeps critical services up without Spot", () => {
    const { services, slosMet } = json("simulate.ts", "--stack", "prod", "--years", "500");
    assert.equal(slosMet, true);
    assert.equal(services["record-service"].survivesTotalSpotLoss, true);
  });

  it("refuses what it cannot do in one clear error", () => {
    const { status, stderr } = spawnSync(process.execPath, [file("simulate.ts"), "--years", "-1"], {
      encoding: "utf8",
    });
    assert.equal(status, 1);
    assert.match(stderr, /simulate --years\n +got +"-1"/);
    const cost = spawnSync(process.execPath, [file("cost.ts"), "--explain", "nobody"], { encoding: "utf8" });
    assert.equal(cost.status, 1);
    assert.match(cost.stderr, /wanted +platform, /);
  });
});
