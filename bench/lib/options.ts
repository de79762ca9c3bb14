import { parseArgs } from "node:util";

export interface BenchOptions {
  /** Measured runs of each side and size, after one that warms caches. */
  readonly runs: number;
  /** How many catalogs, one measurement for each. */
  readonly sizes: readonly number[];
  /** Leaves CDK out: no install, no ratios. */
  readonly alone: boolean;
}

export const USAGE = "npm run bench -- [--runs 3] [--sizes 1,3,10] [--alone]";

/** Throws a RangeError or node's argument error, both worth showing with the usage. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: "string", default: "3" },
      sizes: { type: "string", default: "1,3,10" },
      alone: { type: "boolean", default: false },
    },
  });
  return {
    runs: positive("--runs", values.runs),
    sizes: values.sizes.split(",").map((size) => positive("--sizes", size)),
    alone: values.alone,
  };
}

function positive(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new RangeError(`${option} got "${text}"; wants whole numbers from 1`);
  return value;
}
