/** `node lab/monitoring/rule-tests/run.ts`: promtool over every rule test; exit 1 on a failure, 2 without promtool. */
import { testRules } from "./rules.ts";
import { findTool } from "./tools.ts";

const promtool = findTool("promtool");
if (promtool === null) {
  process.stderr.write("rule tests: no promtool. Install Debian's prometheus, or set PROMTOOL to one.\n");
  process.exit(2);
}
const results = await testRules(promtool, (line) => process.stdout.write(`  ${line}\n`));
const failures = results.flatMap(({ suite, failures: own }) => own.map((text) => `${suite}: ${text}`));
for (const failure of failures) process.stderr.write(`\n${failure}\n`);
const cases = results.reduce((sum, result) => sum + result.cases, 0);
process.stdout.write(`rule tests: ${cases - failures.length} of ${cases} cases as expected\n`);
process.exitCode = failures.length === 0 ? 0 : 1;
