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
  /** What was chosen of the lab's own options. */
  readonly chosen: Readonly<Record<string, string | undefined>>;
}

/** A lab's own options by name, with the values that each may have. */
export type Choices = Readonly<Record<string, readonly string[]>>;

/** Tells a verdict as soon as it is there; with the seconds it took, where they are of interest. */
export type Tell = (verdict: Verdict, seconds?: number) => void;

/**
 * The command line of a lab: one verdict line a check and one for all. Exit code 1 where a check fails or the lab cannot
 * start, 2 for a wrong option, which is told before anything is loaded.
 */
export async function labCommand(
  name: string,
  load: () => Promise<(options: LabOptions, tell: Tell) => Promise<readonly Verdict[]>>,
  choices: Choices = {},
): Promise<void> {
  const options = readOptions(name, choices);
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

function readOptions(name: string, choices: Choices): LabOptions {
  try {
    const out = { type: "string", default: `dist/lab/${name}` } as const;
    const own = Object.fromEntries(Object.keys(choices).map((key) => [key, { type: "string" } as const]));
    const { short, keep, out: folder, ...rest } = parseArgs({ options: { ...own, ...OPTIONS, out } }).values;
    const chosen = rest as LabOptions["chosen"];
    for (const [key, value] of Object.entries(chosen)) {
      const allowed = choices[key]!;
      if (value === undefined || allowed.includes(value)) continue;
      throw new Error(`--${key} takes ${allowed.join(", ")}; got ${value}`);
    }
    return { short, keep, out: folder, chosen };
  } catch (error) {
    const own = Object.entries(choices).map(([key, values]) => `, --${key} ${values.join("|")}`);
    process.stderr.write(`${(error as Error).message}\nOptions: --short, --keep, --out FOLDER${own.join("")}\n`);
    process.exit(2);
  }
}
