import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";

/** The one `UserError` that `read` throws, checked for what every message must be. */
export function refusal(read: () => unknown): UserError {
  try {
    read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    assertReadable(error);
    return error;
  }
  return assert.fail("nothing was refused");
}

function assertReadable(error: UserError): void {
  assert.ok(error.diagnostics.length > 0);
  assert.doesNotMatch(error.message, /\n\s+at |undefined|\[object|node_modules/);
  for (const { code, path, got, wanted, fix } of error.diagnostics) {
    for (const text of [code, path, got, wanted, fix])
      assert.ok(text.length > 0 && !text.includes("\n"), error.message);
    assert.match(fix, /^[A-Z].*\.$/s, "the fix is a sentence");
    assert.doesNotMatch(wanted, /^Invalid|NaN/, "wanted is in our words");
  }
  const keys = error.diagnostics.map(({ code, path }) => `${code} ${path}`);
  assert.equal(new Set(keys).size, keys.length, "each problem once");
}
