import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Seeded random draws; the same seed gives the same draws everywhere. */
export interface Draws {
  /** 0 included, 1 excluded. */
  readonly uniform: () => number;
  readonly poisson: (mean: number) => number;
  readonly lognormal: (logMedian: number, sigma: number) => number;
  /** Whole `alpha` and `beta` only. */
  readonly beta: (alpha: number, beta: number) => number;
}

export function drawsOf(seed: number): Draws {
  const generator = xoroshiro128plus(seed);
  const uniform = () => uniformFloat64(generator);
  return {
    uniform,
    poisson: (mean) => {
      let events = 0;
      for (let passed = exponential(uniform); passed < mean; passed += exponential(uniform)) events++;
      return events;
    },
    lognormal: (logMedian, sigma) => {
      const radius = Math.sqrt(2 * exponential(uniform));
      return Math.exp(logMedian + sigma * radius * Math.cos(2 * Math.PI * uniform()));
    },
    // The alpha-th smallest of alpha + beta - 1 uniform draws.
    beta: (alpha, beta) => {
      const sorted = Array.from({ length: alpha + beta - 1 }, uniform).sort((a, b) => a - b);
      return sorted[alpha - 1]!;
    },
  };
}

function exponential(uniform: () => number): number {
  return -Math.log(1 - uniform());
}
