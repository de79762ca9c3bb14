/**
 * `node lab/monitoring/rule-tests/run.ts`: promtool over every rule test, amtool over every route; exit 1 on a failure,
 * 2 without the tools.
 */
import { testRoutes } from "./routes.ts";
import { testRules } from "./rules.ts";
import { findTool } from "./tools.ts";

const [promtool, amtool] = [findTool("promtool"), findTool("amtool")];
if (promtool === null || amtool === null) {
  const missing = promtool === null ? "promtool (Debian: prometheus)" : "amtool (Debian: prometheus-alertmanager)";
  process.stderr.write(`rule tests: no ${missing}. Install it, or set PROMTOOL and AMTOOL to their paths.\n`);
  process.exit(2);
}
const routes = await testRoutes(amtool);
process.stdout.write(`  ${routes.failures.length === 0 ? "ok    " : "FAILED"} routes: ${routes.cases} cases\n`);
const results = await testRules(promtool, (line) => process.stdout.write(`  ${line}\n`));
const all = [{ suite: "routes", ...routes }, ...results];
const failures = all.flatMap(({ suite, failures: own }) => own.map((text) => `${suite}: ${text}`));
for (const failure of failures) process.stderr.write(`\n${failure}\n`);
const cases = all.reduce((sum, result) => sum + result.cases, 0);
process.stdout.write(`rule tests: ${cases - failures.length} of ${cases} cases as expected\n`);
process.exitCode = failures.length === 0 ? 0 : 1;
