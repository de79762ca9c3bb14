import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "./alive.ts";

describe("isAlive", () => {
  it("knows this process, and one that never was", () => {
    assert.equal(isAlive(process.pid), true);
    assert.equal(isAlive(999_999_999), false);
  });

  it("takes a process that ended but was not reaped for dead", async () => {
    // The shell starts a child, says its id, and becomes a sleep that never reaps it.
    const shell = spawn("sh", ["-c", "sleep 0.05 & echo $!; exec sleep 5"], { stdio: ["ignore", "pipe", "inherit"] });
    try {
      const pid = Number(await new Promise<Buffer>((resolve) => shell.stdout.once("data", resolve)));
      for (let i = 0; i < 100 && isAlive(pid); i++) await sleep(20);
      assert.equal(isAlive(pid), false);
    } finally {
      shell.kill("SIGKILL");
    }
  });
});
