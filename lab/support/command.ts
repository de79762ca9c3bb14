import { parseArgs } from "node:util";
import { UserError } from "@pyairtable/diagnostics";
import { type Verdict, verdictText } from "./verdict.ts";

const OPTIONS = {
  short: { type: "boolean", default: false },
  keep: { type: "boolean", default: false },
} as const;

export interface LabOptions {
  /** Leaves out what takes longest. */
  readonly short: boolean;
  /** Leaves the servers up until a signal. */
  readonly keep: boolean;
  /** Folder of pictures and tables. */
  readonly out: string;
}

/** Tells a verdict as soon as it is there; with the seconds it took, where they are of interest. */
export type Tell = (verdict: Verdict, seconds?: number) => void;

/**
 * The command line of a lab: one verdict line a check and one for all. Exit code 1 where a check fails or the lab cannot
 * start, 2 for a wrong option, which is told before anything is loaded.
 */
export async function labCommand(
  name: string,
  load: () => Promise<(options: LabOptions, tell: Tell) => Promise<readonly Verdict[]>>,
): Promise<void> {
  const options = readOptions(name);
  const run = await load();
  const started = performance.now();
  try {
    const verdicts = await run(options, (verdict, seconds) => {
      const took = seconds === undefined ? "" : ` [${Math.round(seconds)} s]`;
      process.stdout.write(`${verdictText(verdict)}${took}\n`);
    });
    const failed = verdicts.filter(({ passed }) => !passed).length;
    const seconds = Math.round((performance.now() - started) / 1000);
    process.stdout.write(
      `lab:${name} verdict: ${verdicts.length - failed} of ${verdicts.length} checks passed in ${seconds} s\n`,
    );
    process.exitCode = failed === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function readOptions(name: string): LabOptions {
  try {
    const out = { type: "string", default: `dist/lab/${name}` } as const;
    return parseArgs({ options: { ...OPTIONS, out } }).values;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\nOptions: --short, --keep, --out FOLDER\n`);
    process.exit(2);
  }
}
