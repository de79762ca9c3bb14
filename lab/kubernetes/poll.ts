import { setTimeout as sleep } from "node:timers/promises";

export interface Poll {
  readonly withinSeconds: number;
  readonly everyMs?: number;
}

/**
 * Asks until it is so, at once and then every 250 ms. Answers the seconds that took, or undefined where the time was up:
 * a check turns that into a problem, so nothing is thrown.
 */
export async function secondsUntil(
  { withinSeconds, everyMs = 250 }: Poll,
  isSo: (seconds: number) => boolean | Promise<boolean>,
): Promise<number | undefined> {
  const started = performance.now();
  for (;;) {
    const seconds = (performance.now() - started) / 1000;
    if (await isSo(seconds)) return seconds;
    if (seconds > withinSeconds) return undefined;
    await sleep(everyMs);
  }
}
