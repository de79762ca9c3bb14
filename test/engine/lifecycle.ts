import assert from "node:assert/strict";
import { readLedger } from "@pyairtable/ledger";
import { compare } from "../../lab/kill/point.ts";
import { assertExit, assertSays, isolatedSandbox, policed } from "./support.ts";

/** Preview, up, outputs, consumer, no changes, destroy: one stack from nothing to nothing. */
export function lifecycleOf(stack: "dev" | "prod"): void {
  describe(`life of ${stack} on the real engine`, () => {
    const sandbox = isolatedSandbox(`life-${stack}`);
    const consumer = ["--cwd", "examples/consumer", "--stack", stack];
    after(() => sandbox.remove());

    it("previews with every policy passing and the cost in the outputs", async () => {
      const result = await sandbox.run(["preview", "--stack", stack, ...policed(stack)]);
      assertExit(result, 0);
      const created = Number(/\+ (\d+) to create/.exec(result.output)?.[1]);
      assert.ok(created >= 600, `${created} resources`);
      assertSays(result, "pyairtable", "plannedUsd", "savedPercent", "availability");
      assert.ok(!/\[mandatory\]|\[advisory\]/.test(result.output), "a policy spoke");
    });

    it("deploys", async () => {
      assertExit(await sandbox.run(["up", "--stack", stack, "--yes", "--skip-preview", ...policed(stack)]), 0);
      assert.deepEqual(compare(sandbox, "pyairtable", stack), []);
    });

    it("gives outputs that follow the contract", async () => {
      const result = await sandbox.run(["stack", "output", "--json"]);
      assertExit(result, 0);
      const { parsePlatform } = await import("@pyairtable/outputs");
      const platform = parsePlatform(JSON.parse(result.stdout).platform, `organization/pyairtable/${stack}`);
      assert.equal(Object.keys(platform.services).length, 30);
    });

    it("is consumed by another team's program", async () => {
      const result = await sandbox.run(["up", ...consumer, "--yes", "--skip-preview"]);
      assertExit(result, 0);
      assertSays(result, `http://record-service.pyairtable-${stack}:8301`);
    });

    it("sees no change, also after a refresh", async () => {
      assertExit(await sandbox.run(["preview", "--stack", stack, "--expect-no-changes"]), 0);
      assertExit(await sandbox.run(["preview", "--stack", stack, "--refresh", "--expect-no-changes"]), 0);
    });

    it("is destroyed to nothing", async () => {
      assertExit(await sandbox.run(["destroy", "--stack", stack, "--yes", "--skip-preview"]), 0);
      assert.equal(sandbox.checkpoint("pyairtable", stack)?.resources?.length ?? 0, 0);
      assertExit(await sandbox.run(["destroy", ...consumer, "--yes", "--skip-preview"]), 0);
      assert.deepEqual(readLedger(sandbox.ledgerPath), []);
    });
  });
}
