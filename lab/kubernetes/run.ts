/**
 * `npm run lab:kubernetes [-- --short --keep --out FOLDER]`: the Kubernetes half on a real control plane. One
 * verdict line a check; exit code 1 where one fails, 2 for a wrong option.
 */
import { parseArgs } from "node:util";
import { verdictText } from "./verdict.ts";

const { values } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
    out: { type: "string", default: "dist/lab/kubernetes" },
  },
});
const { runLab } = await import("./lab.ts");
const started = performance.now();
const verdicts = await runLab(values, (verdict, seconds) =>
  process.stdout.write(`${verdictText(verdict)} [${Math.round(seconds)} s]\n`),
);
const failed = verdicts.filter(({ passed }) => !passed).length;
const seconds = Math.round((performance.now() - started) / 1000);
process.stdout.write(
  `lab:kubernetes verdict: ${verdicts.length - failed} of ${verdicts.length} checks passed in ${seconds} s\n`,
);
process.exitCode = failed === 0 ? 0 : 1;
