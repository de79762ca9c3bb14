import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import Mocha, { type MochaOptions, type Runner, type Test } from "mocha";

const { EVENT_RUN_END, EVENT_TEST_FAIL, EVENT_TEST_PASS, EVENT_TEST_PENDING, EVENT_SUITE_BEGIN } =
  Mocha.Runner.constants;

/**
 * Dots while it runs (one line a suite in CI), failures in full at the end, counts into a file.
 *
 * `--reporter-option counts=PATH` names the file; the caller counts a run without it as crashed.
 */
export default class CompactReporter {
  constructor(runner: Runner, options: MochaOptions) {
    const countsPath = (options.reporterOptions as { counts?: string } | undefined)?.counts;
    const plain = process.env.CI !== undefined || !process.stdout.isTTY;
    const tally = { passed: 0, failed: 0, skipped: 0 };
    const failures: { title: string; error: unknown }[] = [];
    let file: string | undefined;

    const tick = (mark: string) => {
      if (!plain) process.stdout.write(mark);
    };
    runner.on(EVENT_SUITE_BEGIN, (suite) => {
      if (!plain || suite.file === undefined || suite.file === file) return;
      file = suite.file;
      console.log(`  ${relative(process.cwd(), suite.file)}`);
    });
    runner.on(EVENT_TEST_PASS, () => {
      tally.passed += 1;
      tick(".");
    });
    runner.on(EVENT_TEST_PENDING, (test) => {
      tally.skipped += 1;
      console.log(`${plain ? "" : "\n"}  skipped: ${test.fullTitle()}`);
    });
    runner.on(EVENT_TEST_FAIL, (test: Test, error: unknown) => {
      tally.failed += 1;
      failures.push({
        title: `${test.file ? `${relative(process.cwd(), test.file)}: ` : ""}${test.fullTitle()}`,
        error,
      });
      tick("!");
      if (plain) console.log(`  FAILED ${test.fullTitle()}`);
    });
    runner.once(EVENT_RUN_END, () => {
      tick("\n");
      for (const [index, failure] of failures.entries()) console.log(describe(index + 1, failure.title, failure.error));
      if (countsPath !== undefined) writeFileSync(countsPath, JSON.stringify(tally));
    });
  }
}

function describe(number: number, title: string, error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : stackOf(error);
  const lines = text.split("\n").filter((line) => !/\bnode:internal|node_modules\/mocha\//.test(line));
  return [`\n${number}) ${title}`, ...lines.map((line) => `   ${line}`)].join("\n");
}

/** Parallel workers hand errors over as plain objects. */
function stackOf(error: unknown): string {
  const shape = error as { stack?: unknown; message?: unknown } | null;
  return String(shape?.stack ?? shape?.message ?? error);
}
