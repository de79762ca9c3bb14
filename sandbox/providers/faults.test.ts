import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readLedger } from "@pyairtable/ledger";
import { startFresh } from "./testing/client.ts";

const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const VPC = "aws:ec2/vpc:Vpc";

describe("faults on purpose", () => {
  let folder: string;
  let ledgerPath: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "faults-"));
    ledgerPath = join(folder, "cloud.jsonl");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("fails after so many creates of a type, then recovers", async () => {
    const fresh = await startFresh({
      ledgerPath,
      faults: [{ type: GROUP, afterCreates: 1, action: { kind: "fail", message: "Throttling: slow down", times: 1 } }],
    });
    await fresh.aws.make(GROUP, "a", {});
    await fresh.aws.make(VPC, "v", { cidrBlock: "10.0.0.0/16" });
    await assert.rejects(fresh.aws.make(GROUP, "b", {}), /Throttling: slow down/);
    await fresh.aws.make(GROUP, "b", {});
    await fresh.stop();
    assert.equal(readLedger(ledgerPath).length, 3);
  });

  for (const kind of ["lose-answer", "stop-servers"] as const) {
    it(`${kind}: the next run adopts what was made, whatever its name`, async () => {
      const fresh = await startFresh({ ledgerPath, faults: [{ afterCreates: 1, action: { kind } }] });
      const vpc = await fresh.aws.make(VPC, "v", { cidrBlock: "10.0.0.0/16" });
      await assert.rejects(fresh.aws.make(GROUP, "a", {}));
      await fresh.stop();
      const orphan = readLedger(ledgerPath).find(({ type }) => type === GROUP);
      assert.ok(orphan, "the cloud made it although nobody was told");

      const next = await startFresh({ ledgerPath });
      await next.aws.read(VPC, "v", vpc.id);
      const adopted = await next.aws.make(GROUP, "a", { retentionInDays: 7 });
      await next.stop();
      assert.equal(adopted.id, orphan.id);
      assert.deepEqual(
        readLedger(ledgerPath)
          .map(({ id }) => id)
          .sort(),
        [vpc.id, orphan.id].sort(),
      );
      assert.equal(readLedger(ledgerPath).find(({ id }) => id === orphan.id)?.inputs.retentionInDays, 7);
    });
  }

  it("adopts an interrupted replacement, not what it replaces", async () => {
    const first = await startFresh({ ledgerPath });
    const old = await first.aws.make(VPC, "v", { cidrBlock: "10.0.0.0/16" });
    await first.stop();
    const broken = await startFresh({ ledgerPath, faults: [{ afterCreates: 0, action: { kind: "lose-answer" } }] });
    await broken.aws.diff(VPC, "v", old.id, old.inputs, { cidrBlock: "10.1.0.0/16" });
    await assert.rejects(broken.aws.make(VPC, "v", { cidrBlock: "10.1.0.0/16" }));
    await broken.stop();
    const third = await startFresh({ ledgerPath });
    await third.aws.diff(VPC, "v", old.id, old.inputs, { cidrBlock: "10.1.0.0/16" });
    const next = await third.aws.make(VPC, "v", { cidrBlock: "10.1.0.0/16" });
    assert.notEqual(next.id, old.id);
    await third.aws.delete(VPC, "v", old.id);
    await third.stop();
    assert.deepEqual(
      readLedger(ledgerPath).map(({ id }) => id),
      [next.id],
    );
  });

  it("delays without failing", async () => {
    const fresh = await startFresh({
      ledgerPath,
      faults: [{ afterCreates: 0, action: { kind: "delay", milliseconds: 5 } }],
    });
    await fresh.aws.make(GROUP, "a", {});
    await fresh.stop();
  });
});
