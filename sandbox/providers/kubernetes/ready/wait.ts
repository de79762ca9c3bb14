import { setTimeout as pause } from "node:timers/promises";
import type { Properties } from "../../values.ts";

export interface Patience {
  readonly timeoutSeconds: number;
  /** Ends the wait when the command is cancelled. */
  readonly signal: AbortSignal;
  /** Told what is waited for when that changes, and nothing ("") when the wait is over. */
  say(message: string): void;
}

/** One look: done, given up, or what is missing. */
export type Look =
  | { readonly done: true; readonly object: Properties }
  | { readonly done: false; readonly waitingFor: string; readonly failed?: string };

export interface Outcome {
  readonly object?: Properties;
  /** Why the wait ended without success. */
  readonly because?: "failed" | "timeout" | "cancelled";
  readonly waitingFor: string;
}

/** First look after this; each further wait is half as long again, up to the longest. */
const SHORTEST_MILLISECONDS = 100;
const LONGEST_MILLISECONDS = 2_000;

/** Looks until done. Errors of a look end the wait. */
export async function waitFor(look: () => Promise<Look>, { timeoutSeconds, signal, say }: Patience): Promise<Outcome> {
  const end = Date.now() + timeoutSeconds * 1000;
  let said = "";
  for (let wait = SHORTEST_MILLISECONDS; ; wait = Math.min(wait * 1.5, LONGEST_MILLISECONDS)) {
    const seen = await look();
    if (seen.done) {
      if (said !== "") say("");
      return { object: seen.object, waitingFor: "" };
    }
    if (seen.failed !== undefined) return { because: "failed", waitingFor: seen.failed };
    if (seen.waitingFor !== said) {
      said = seen.waitingFor;
      say(said === "" ? "" : `waiting for ${said}`);
    }
    const left = end - Date.now();
    if (left <= 0) return { because: "timeout", waitingFor: said };
    try {
      await pause(Math.min(wait, left), undefined, { signal });
    } catch {
      return { because: "cancelled", waitingFor: said };
    }
  }
}
