import { median } from "simple-statistics";

export interface Sample {
  readonly seconds: number;
  readonly peakMiB: number;
  readonly resources: number;
}

/** Medians over the runs of one side at one size. */
export interface Figures extends Sample {
  readonly msPerResource: number;
  /** Fastest and slowest run, seconds. */
  readonly range: readonly [number, number];
}

export function figures(samples: readonly Sample[]): Figures {
  const seconds = samples.map((sample) => sample.seconds);
  const middle = median(seconds);
  const { resources } = samples[0]!;
  if (samples.some((sample) => sample.resources !== resources)) throw new Error("runs differ in their resources");
  return {
    seconds: middle,
    peakMiB: median(samples.map((sample) => sample.peakMiB)),
    resources,
    msPerResource: (middle * 1000) / resources,
    range: [Math.min(...seconds), Math.max(...seconds)],
  };
}
