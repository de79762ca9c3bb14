/** `npm test`: every check and every test; ends with one line, `N passed, N failed`. */
import { fileURLToPath } from "node:url";
import { CHECKS, runCheck } from "./test/checks.ts";
import { findFiles } from "./test/files.ts";
import { runMocha } from "./test/mocha.ts";
import { type Options, readOptions, USAGE } from "./test/options.ts";
import { add, exitCode, NOTHING, summaryLine, type Tally } from "./test/tally.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const UNIT_TIMEOUT_MS = 20_000;
/** A cold `up` of prod on two cores, with room. */
const ENGINE_TIMEOUT_MS = 600_000;

/** Labs run one file at a time: what they show would be another's load. */
const SUITES = {
  unit: { title: "unit tests", pattern: "**/*.test.ts", timeoutMs: UNIT_TIMEOUT_MS, parallel: true },
  engine: { title: "engine tests", pattern: "**/*.e2e.ts", timeoutMs: ENGINE_TIMEOUT_MS, parallel: true },
  labs: { title: "labs", pattern: "**/*.lab.ts", timeoutMs: ENGINE_TIMEOUT_MS, parallel: false },
} as const;

async function runAll(options: Options): Promise<Tally> {
  let tally = NOTHING;
  for (const phase of options.phases) {
    if (phase === "checks") {
      for (const check of CHECKS) tally = add(tally, await timed(check.title, () => runCheck(check, ROOT)));
      continue;
    }
    const { title, pattern, timeoutMs, parallel } = SUITES[phase];
    const files = findFiles(phase === "unit" ? (options.files ?? pattern) : pattern, ROOT);
    const run = { title, cwd: ROOT, files, timeoutMs, parallel, grep: options.grep };
    tally = add(tally, await timed(`${title}, ${files.length} files`, () => runMocha(run)));
  }
  return tally;
}

async function timed(title: string, step: () => Promise<Tally>): Promise<Tally> {
  console.log(`== ${title}`);
  const startedMs = performance.now();
  const tally = await step();
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(`== ${title}: ${tally.failed === 0 ? "ok" : "FAILED"} in ${seconds} s`);
  return tally;
}

let options: Options;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  console.error(`${(error as Error).message}\n\n${USAGE}`);
  process.exit(2);
}
const tally = await runAll(options);
console.log(summaryLine(tally));
process.exitCode = exitCode(tally);
