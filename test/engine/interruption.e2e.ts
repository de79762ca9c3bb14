import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { readLedger } from "@pyairtable/ledger";
import { compare } from "../../lab/kill/point.ts";
import { runningFor } from "../../lab/support/processes.ts";
import { assertExit, assertSays, isolatedSandbox } from "./support.ts";

const UP = ["up", "--stack", "dev", "--yes", "--skip-preview", "--non-interactive"];

describe("an interrupted up", () => {
  const sandbox = isolatedSandbox("interrupted");
  after(() => sandbox.remove());

  const leftovers = (): string[] =>
    runningFor(sandbox.directory).map((one) => `${one.pid} ${one.command.slice(0, 120)}`);
  const until = async (done: () => boolean): Promise<void> => {
    for (let i = 0; i < 2_000 && !done(); i++) await sleep(20);
  };
  const made = (): number => readLedger(sandbox.ledgerPath).length;

  it("says what happened when a provider dies midway", async () => {
    const faults = JSON.stringify([{ afterCreates: 30, action: { kind: "stop-servers" } }]);
    const result = await sandbox.run(UP, { PYAIRTABLE_FAULTS: faults });
    assert.notEqual(result.code, 0);
    assertSays(result, "sandbox: a provider stopped while the engine was at work", "run the command again");
    assert.deepEqual(leftovers(), []);
  });

  it("shows a cloud's refusal with the resource it concerns", async () => {
    const faults = JSON.stringify([
      {
        type: "aws:ecs/cluster:Cluster",
        afterCreates: 0,
        action: { kind: "fail", message: "LimitExceededException: clusters" },
      },
    ]);
    const result = await sandbox.run(UP, { PYAIRTABLE_FAULTS: faults });
    assert.notEqual(result.code, 0);
    assertSays(result, "LimitExceededException", "aws:ecs:Cluster");
  });

  it("stops in order on one signal, leaving no process", async () => {
    const { child, result } = sandbox.start(UP);
    const before = made();
    await until(() => made() > before + 60);
    child.kill("SIGINT");
    assert.notEqual((await result).code, 0);
    await until(() => leftovers().length === 0);
    assert.deepEqual(leftovers(), []);
    assert.deepEqual(compare(sandbox), []);
  });

  it("leaves no process when it is killed outright", async () => {
    const { child, result } = sandbox.start(UP);
    const before = made();
    await until(() => made() > before + 40);
    child.kill("SIGKILL");
    await result;
    await until(() => leftovers().length === 0);
    assert.deepEqual(leftovers(), []);
  });

  it("converges on the next run", async () => {
    assertExit(await sandbox.run(UP), 0);
    assert.deepEqual(compare(sandbox), []);
    assertExit(await sandbox.run(["preview", "--stack", "dev", "--expect-no-changes"]), 0);
  });
});
