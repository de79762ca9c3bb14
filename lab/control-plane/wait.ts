import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "@pyairtable/diagnostics";
import type { Progress } from "@pyairtable/go-build";
import type { Kept } from "../support/keeper.ts";

export interface Wait {
  /** What progress calls it, such as `the API server`. */
  readonly what: string;
  readonly progress: Progress;
  /** A process without which waiting is in vain. */
  readonly needs?: Kept;
  /** Default 120: machines of two busy cores are slow. */
  readonly withinSeconds?: number;
  /** Default 100. */
  readonly everyMs?: number;
}

/**
 * Asks until the answer is not undefined; an error is taken for "not yet". Throws a `UserError` (`lab.start`) where
 * the process it needs has ended or time is up.
 */
export async function waitFor<T>(wait: Wait, ask: () => Promise<T | undefined>): Promise<T> {
  const { what, progress, needs, withinSeconds = 120, everyMs = 100 } = wait;
  const started = Date.now();
  let last = "no answer yet";
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      last = (error as Error).message.split("\n")[0] ?? last;
    }
    const seconds = Math.round((Date.now() - started) / 1000);
    const end = needs?.end();
    if (end !== undefined) throw failed(what, `${needs?.name} ended (${end}): ${needs?.tail()}`);
    if (seconds >= withinSeconds)
      throw failed(what, `not after ${seconds} s: ${last}${needs ? `; log: ${needs.tail()}` : ""}`);
    progress.say(`waiting for ${what}, ${seconds} s`);
    await sleep(everyMs);
  }
}

function failed(what: string, got: string): UserError {
  return new UserError("control plane", [
    {
      code: "lab.start",
      path: what,
      got,
      wanted: `${what}, ready`,
      fix: "Read the words above; run again, with `keepLogs` where they are not enough.",
    },
  ]);
}
