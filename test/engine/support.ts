import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CommandResult } from "../../lab/support/isolated-sandbox.ts";

export { CHECKOUT, copyOfProgram, isolatedSandbox } from "../../lab/support/isolated-sandbox.ts";

/** Flags of a preview with the policy pack of one stack. */
export function policed(stack: "dev" | "prod" | "prod-eks", directory?: string): string[] {
  const pack = directory === undefined ? "policies" : join(directory, "policies");
  return ["--policy-pack", pack, "--policy-pack-config", join(pack, "limits", `${stack}.json`)];
}

export function assertExit(result: CommandResult, code: number): void {
  assert.equal(result.code, code, `exit ${result.code}, wanted ${code}:\n${result.output.slice(-4000)}`);
}

/** Fails unless the output holds every text. */
export function assertSays(result: CommandResult, ...texts: (string | RegExp)[]): void {
  for (const text of texts) {
    const found = typeof text === "string" ? result.output.includes(text) : text.test(result.output);
    assert.ok(found, `wanted ${text} in:\n${result.output.slice(-2500)}`);
  }
}

/** Replaces one text in a file, which has to hold it exactly once. Returns what puts the file back. */
export function edit(file: string, from: string, to: string): () => void {
  const before = readFileSync(file, "utf8");
  assert.equal(before.split(from).length - 1, 1, `${file}: wanted ${from} once`);
  writeFileSync(
    file,
    before.replace(from, () => to),
  );
  return () => writeFileSync(file, before);
}
