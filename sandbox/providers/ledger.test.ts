import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LedgerEntry, readLedger } from "@pyairtable/ledger";
import { Ledger } from "./ledger.ts";

const entry = (id: string, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  type: "aws:sqs/queue:Queue",
  id,
  urn: `urn:pulumi:s::p::aws:sqs/queue:Queue::${id}`,
  ordinal: 0,
  inputs: {},
  outputs: {},
  handles: [id],
  ...more,
});

describe("ledger", () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "ledger-"));
    path = join(folder, "cloud.jsonl");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (work: (ledger: Ledger) => void): void => {
    const ledger = new Ledger(path);
    work(ledger);
    ledger.close();
  };

  const ids = (entries: readonly LedgerEntry[]): string[] => entries.map(({ id }) => id);

  it("outlives its process and forgets what was deleted", () => {
    write((ledger) => {
      ledger.put(entry("a"));
      ledger.put(entry("b"));
      ledger.delete(entry("a").type, "a");
    });
    assert.deepEqual(
      readLedger(path).map(({ id }) => id),
      ["b"],
    );
    write((ledger) => {
      assert.equal(ledger.byHandle("a"), undefined);
      assert.equal(ledger.byHandle("b")?.id, "b");
      assert.deepEqual(
        ledger.byUrn(entry("b").urn).map(({ id }) => id),
        ["b"],
      );
    });
  });

  it("ignores a last line that a kill tore, and goes on after it", () => {
    write((ledger) => {
      ledger.put(entry("a"));
      ledger.put(entry("b"));
    });
    truncateSync(path, readFileSync(path).length - 20);
    assert.deepEqual(
      readLedger(path).map(({ id }) => id),
      ["a"],
    );
    write((ledger) => ledger.put(entry("c")));
    assert.deepEqual(
      readLedger(path).map(({ id }) => id),
      ["a", "c"],
    );
  });

  it("goes on after a line that another process tore just now", () => {
    write((ledger) => {
      ledger.put(entry("a"));
      appendFileSync(path, '{"op":"put","ent');
      ledger.put(entry("b"));
      ledger.put(entry("c"));
      assert.deepEqual(ids(ledger.all()), ["a", "b", "c"]);
    });
    assert.deepEqual(ids(readLedger(path)), ["a", "b", "c"]);
  });

  it("is compacted when opened alone, and only then", () => {
    write((ledger) => {
      for (let i = 0; i < 50; i++) ledger.put(entry("a", { inputs: { i } }));
    });
    const other = new Ledger(path);
    const compacted = readFileSync(path, "utf8").trim().split("\n").length;
    assert.equal(compacted, 1);
    for (let i = 0; i < 5; i++) other.put(entry("a", { inputs: { i } }));
    const guest = new Ledger(path);
    assert.equal(readFileSync(path, "utf8").trim().split("\n").length, 6);
    other.put(entry("b"));
    assert.equal(guest.get(entry("b").type, "b")?.id, "b", "a guest sees what the other appends");
    guest.close();
    other.close();
  });

  it("drops the marks of processes that are gone", () => {
    write((ledger) => {
      for (let i = 0; i < 3; i++) ledger.put(entry("a"));
    });
    appendFileSync(`${path}.open.4194303999.0`, "");
    new Ledger(path).close();
    assert.equal(readFileSync(path, "utf8").trim().split("\n").length, 1);
  });

  it("loses nothing of four processes that write at once", async () => {
    const program = `
      import { Ledger } from ${JSON.stringify(new URL("./ledger.ts", import.meta.url).href)};
      const [path, name] = process.argv.slice(-2);
      const ledger = new Ledger(path);
      for (let i = 0; i < 100; i++)
        ledger.put({ type: "t", id: name + i, urn: "u", ordinal: 0, inputs: { text: "x".repeat(500) }, outputs: {}, handles: [] });
      ledger.close();`;
    const children = ["a", "b", "c", "d"].map((name) =>
      spawn(process.execPath, ["--input-type=module", "--no-warnings", "-e", program, path, name], {
        stdio: "inherit",
      }),
    );
    const codes = await Promise.all(children.map(async (child) => (await once(child, "exit"))[0]));
    assert.deepEqual(codes, [0, 0, 0, 0]);
    assert.equal(readLedger(path).length, 400);
  });
});
