import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Keeper } from "../../support/keeper.ts";
import { type Clock, MINUTE_SECONDS } from "../series/clock.ts";
import type { RawSeries } from "../series/series.ts";
import { runPromtool } from "../servers/promtool.ts";
import { OpenMetricsFile } from "./open-metrics.ts";

/** Blocks as Prometheus itself would have compacted them; promtool reads a file once for each block in it. */
const BLOCK_SECONDS = 54 * 3600;

export interface BackfillResult {
  readonly samples: number;
  readonly series: number;
  readonly textBytes: number;
  readonly writeSeconds: number;
  readonly importSeconds: number;
}

/** Writes minutes of the history (default: all before its end) as OpenMetrics, a file a block, and has promtool make blocks of it while the next is written. */
export async function backfill(
  keeper: Keeper,
  promtool: string,
  series: readonly RawSeries[],
  clock: Clock,
  folder: string,
  data: string,
  say: (text: string) => void,
  range: readonly [from: number, to: number] = [0, clock.minutes],
): Promise<BackfillResult> {
  mkdirSync(folder, { recursive: true });
  mkdirSync(data, { recursive: true });
  const sums = { samples: 0, textBytes: 0, writeSeconds: 0, importSeconds: 0 };
  let importing: Promise<void> = Promise.resolve();
  const windows = windowsOf(clock, range);
  for (const [index, [from, to]] of windows.entries()) {
    const path = join(folder, `${index}.om`);
    const started = performance.now();
    const file = new OpenMetricsFile(path);
    for (const one of series) file.write(one, clock, from, to);
    file.close();
    sums.writeSeconds += (performance.now() - started) / 1000;
    sums.samples += file.samples;
    sums.textBytes += file.bytes;
    await importing;
    say(`importing block ${index + 1} of ${windows.length}, ${(sums.samples / 1e6).toFixed(1)} million samples`);
    importing = importFile(keeper, promtool, path, data).then((seconds) => {
      sums.importSeconds += seconds;
    });
    // A failure is thrown where it is awaited.
    importing.catch(() => {});
  }
  await importing;
  return { ...sums, series: series.length };
}

async function importFile(keeper: Keeper, promtool: string, path: string, data: string): Promise<number> {
  const started = performance.now();
  const args = ["tsdb", "create-blocks-from", "openmetrics", "--quiet", "--max-block-duration=54h", path, data];
  const { ok, output } = await runPromtool(keeper, promtool, args);
  rmSync(path);
  if (!ok) throw new Error(`promtool refuses the history: ${output.trim().slice(-500)}`);
  return (performance.now() - started) / 1000;
}

/** Minutes of the clock, cut where blocks end. */
function windowsOf({ startSeconds }: Clock, [first, last]: readonly [number, number]): [number, number][] {
  const windows: [number, number][] = [];
  for (let from = first; from < last; ) {
    const seconds = startSeconds + from * MINUTE_SECONDS;
    const end = (Math.floor(seconds / BLOCK_SECONDS) + 1) * BLOCK_SECONDS;
    const to = Math.min(last, (end - startSeconds) / MINUTE_SECONDS);
    windows.push([from, to]);
    from = to;
  }
  return windows;
}
