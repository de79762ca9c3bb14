import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";

/** Fails unless making it ends in one `UserError` with exactly these codes, sorted by path. */
export function assertRefused(make: () => unknown, ...codes: readonly string[]): void {
  assert.throws(make, (error) => {
    if (!(error instanceof UserError)) throw error;
    assert.deepEqual(
      error.diagnostics.map(({ code }) => code),
      codes.map((code) => `add-on.${code}`),
    );
    return true;
  });
}
