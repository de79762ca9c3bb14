import assert from "node:assert/strict";
import { whileWaiting } from "./while-waiting.ts";

describe("waiting in a command", () => {
  it("is said while it lasts, and not after", async () => {
    const lines: string[] = [];
    const { promise, resolve } = Promise.withResolvers<string>();
    const write = (line: string) => {
      lines.push(line);
      if (lines.length === 2) resolve("there");
    };
    assert.equal(await whileWaiting("asking", promise, { everyMs: 1, write }), "there");
    assert.deepEqual(lines, ["asking … 0.001 s\n", "asking … 0.002 s\n"]);
  });

  it("is not said of work that is done at once, and a failure comes through", async () => {
    const lines: string[] = [];
    const write = (line: string) => void lines.push(line);
    await assert.rejects(whileWaiting("asking", Promise.reject(new Error("gone")), { write }), /gone/);
    assert.deepEqual(lines, []);
  });
});
