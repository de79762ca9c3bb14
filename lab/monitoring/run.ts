/**
 * `npm run lab:monitoring [-- --short --keep --out FOLDER]`: rules, alerts and dashboards on a real Prometheus and
 * Alertmanager. One verdict line a check; exit code 1 where one fails, 2 for a wrong option.
 */
import { parseArgs } from "node:util";
import { UserError } from "@pyairtable/diagnostics";
import { verdictText } from "../support/verdict.ts";

const OPTIONS = {
  short: { type: "boolean", default: false },
  keep: { type: "boolean", default: false },
  out: { type: "string", default: "dist/lab/monitoring" },
} as const;

function readOptions() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\nOptions: --short, --keep, --out FOLDER\n`);
    process.exit(2);
  }
}

const options = readOptions();
const { runLab } = await import("./lab.ts");
const started = performance.now();
try {
  const verdicts = await runLab(options, (verdict) => process.stdout.write(`${verdictText(verdict)}\n`));
  const failed = verdicts.filter(({ passed }) => !passed).length;
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(
    `lab:monitoring verdict: ${verdicts.length - failed} of ${verdicts.length} checks passed in ${seconds} s\n`,
  );
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
