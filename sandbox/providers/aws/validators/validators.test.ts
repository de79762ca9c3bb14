import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ledger } from "../../ledger.ts";
import type { Properties } from "../../values.ts";
import { RunMemory } from "../run-memory.ts";
import { CASES, without } from "./cases.ts";
import { validate } from "./index.ts";

describe("validators", () => {
  const folder = mkdtempSync(join(tmpdir(), "validators-"));
  const ledger = new Ledger(join(folder, "cloud.jsonl"));
  after(() => {
    ledger.close();
    rmSync(folder, { recursive: true });
  });

  const paths = (type: string, inputs: Properties): string[] => {
    const around = { run: new RunMemory(), ledger, region: "us-east-1", accountId: "123456789012" };
    return validate({ urn: "urn:pulumi:s::p::t::x", type, name: "x" }, inputs, around).map(({ path }) => path);
  };

  for (const { type, good, bad } of CASES) {
    describe(type, () => {
      it("accepts a good one", () => assert.deepEqual(paths(type, good), []));
      for (const [title, change, path] of bad) {
        it(`refuses ${title}`, () => assert.deepEqual(paths(type, without({ ...good, ...change })), [path]));
      }
    });
  }
});
