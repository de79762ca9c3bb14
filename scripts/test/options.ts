import { parseArgs } from "node:util";

export type Phase = "checks" | "unit" | "engine" | "labs";

export interface Options {
  /** In the order they run. */
  readonly phases: readonly Phase[];
  readonly grep: string | null;
  /** Glob in place of the unit tests' own; the other phases are then left out. */
  readonly files: string | null;
}

const PHASES: readonly Phase[] = ["checks", "unit", "engine", "labs"];

export const USAGE = `npm test -- [--checks] [--unit] [--engine] [--labs] [--grep TEXT] [--files GLOB]
  with no phase named, all four run in this order:
  --checks   types, lint, generated artefacts up to date
  --unit     **/*.test.ts
  --engine   **/*.e2e.ts: the real Pulumi engine
  --labs     **/*.lab.ts, one after another: real servers, whose answers are timed by what they are
  --grep     only tests whose title contains this (mocha's pattern); leaves the checks out
  --files    these files instead of **/*.test.ts`;

/** Throws node's own argument error on an unknown flag. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      checks: { type: "boolean", default: false },
      unit: { type: "boolean", default: false },
      engine: { type: "boolean", default: false },
      labs: { type: "boolean", default: false },
      grep: { type: "string" },
      files: { type: "string" },
    },
  });
  const grep = values.grep ?? null;
  const files = values.files ?? null;
  const named = PHASES.filter((phase) => values[phase]);
  return { phases: named.length > 0 ? named : impliedPhases(grep, files), grep, files };
}

function impliedPhases(grep: string | null, files: string | null): readonly Phase[] {
  if (files !== null) return ["unit"];
  return grep === null ? PHASES : ["unit", "engine", "labs"];
}
