import { readdirSync } from "node:fs";
import { join } from "node:path";
import { isAlert } from "@pyairtable/slo";
import { CHECKOUT } from "../../support/isolated-sandbox.ts";
import { type Verdict, verdict } from "../../support/verdict.ts";
import type { Lab } from "../context.ts";
import { testRoutes } from "../rule-tests/routes.ts";
import { testRules } from "../rule-tests/rules.ts";
import { runTool } from "../rule-tests/tools.ts";

const GENERATED = join(CHECKOUT, "monitoring", "generated");

/** promtool and amtool over the files of every stack, as they are committed. */
export async function filesChecked({ tools, files, say }: Lab): Promise<Verdict> {
  const stacks = readdirSync(GENERATED).sort();
  const problems: string[] = [];
  let count = 0;
  for (const stack of stacks) {
    say(`checking the files of ${stack}`);
    const folder = join(GENERATED, stack);
    const rules = readdirSync(folder).filter((name) => name.endsWith(".rules.yaml"));
    const checks = [
      await runTool(tools.promtool, ["check", "rules", "--lint=all", "--lint-fatal", ...rules], folder),
      await runTool(tools.amtool, ["check-config", "alertmanager.yaml"], folder),
    ];
    for (const { ok, output } of checks) if (!ok) problems.push(`${stack}: ${output.trim().slice(-300)}`);
    count += rules.length + 1;
  }
  const all = files.flatMap(({ groups }) => groups.flatMap(({ rules }) => rules));
  const alerts = all.filter(isAlert).length;
  return verdict(
    "files",
    `${count} files of ${stacks.length} stacks (${stacks.join(", ")}) pass promtool and amtool; ` +
      `the lab's own plan has ${all.length - alerts} recording rules and ${alerts} alerts`,
    problems,
  );
}

/** promtool's unit tests of every alert, and amtool's of every route. */
export async function unitTests({ tools, say }: Lab): Promise<Verdict> {
  const routes = await testRoutes(tools.amtool);
  const suites = await testRules(tools.promtool, say);
  const cases = suites.reduce((sum, suite) => sum + suite.cases, 0);
  const failures = [...suites.flatMap((suite) => suite.failures), ...routes.failures];
  const failed = suites.reduce((sum, suite) => sum + suite.failures.length, 0);
  return verdict(
    "alert tests",
    `${cases - failed}/${cases} cases of ${suites.length} suites, ${routes.cases - routes.failures.length}/${routes.cases} routes`,
    failures,
  );
}
