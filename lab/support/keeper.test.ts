import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createKeeper } from "./keeper.ts";
import { runningFor } from "./processes.ts";

const KEEPER = fileURLToPath(new URL("./keeper.ts", import.meta.url));
/** Keeps two processes, one with a child of its own that ignores being asked to end, says the folder, then does `last`. */
const holder = (last: string): string => `
import { createKeeper } from ${JSON.stringify(KEEPER)};
const keeper = createKeeper("keeper-test");
keeper.run("plain", "sleep", ["60"]);
keeper.run("stubborn", "sh", ["-c", "trap '' TERM INT; sleep 60 & wait"]);
setTimeout(() => { process.stdout.write(keeper.directory); ${last} }, 200);
`;

describe("keeper", () => {
  const endings: [how: string, last: string, signal?: NodeJS.Signals][] = [
    ["an ordinary end", "process.exit(0)"],
    ["an error nobody caught", 'throw new Error("x")'],
    ["SIGINT", "setTimeout(() => {}, 60_000)", "SIGINT"],
    ["SIGTERM", "setTimeout(() => {}, 60_000)", "SIGTERM"],
    ["kill -9", "setTimeout(() => {}, 60_000)", "SIGKILL"],
  ];
  for (const [how, last, signal] of endings) {
    it(`leaves nothing after ${how}`, async () => {
      const child = spawn(process.execPath, ["--input-type=module", "-e", holder(last)], {
        stdio: ["ignore", "pipe", "ignore"],
      });
      const exited = new Promise((resolve) => child.once("exit", resolve));
      const directory = String(await new Promise<Buffer>((resolve) => child.stdout.once("data", resolve)));
      const running = runningFor(directory).length;
      if (signal !== undefined) {
        assert.equal(running, 3, "two processes and a child of one");
        child.kill(signal);
      }
      await exited;
      await until(() => runningFor(directory).length === 0 && !existsSync(dirname(directory)));
    });
  }

  it("stops all, and keeps the logs alone where asked", async () => {
    const keeper = createKeeper("keeper-test", { keepLogs: true });
    const said = keeper.run("says", "sh", ["-c", "echo hello; exec sleep 60"]);
    await until(() => said.tail() === "hello");
    let stopped = "";
    keeper.onStop(() => {
      stopped += runningFor(keeper.directory).length;
    });
    await keeper.stop();
    assert.equal(stopped, "1", "what was asked for comes before the processes end");
    assert.equal(said.end(), "SIGKILL");
    assert.deepEqual(readdirSync(dirname(keeper.logs)), ["logs"]);
    await import("node:fs").then(({ rmSync }) => rmSync(dirname(keeper.logs), { recursive: true }));
  });

  it("tells which ended by themselves, and when a command is not there", async () => {
    const keeper = createKeeper("keeper-test");
    try {
      const short = keeper.run("short", "sh", ["-c", "echo last words; exit 3"]);
      await short.ended;
      assert.deepEqual(keeper.lost(), ["short (exit code 3): last words"]);
      assert.throws(() => keeper.run("none", "/nowhere/none", []), /does not start/);
    } finally {
      await keeper.stop();
    }
  });

  async function until(holds: () => boolean): Promise<void> {
    for (let i = 0; i < 400 && !holds(); i++) await sleep(20);
    assert.ok(holds());
  }
});
