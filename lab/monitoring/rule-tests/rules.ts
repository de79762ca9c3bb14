import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RULE_TEST_SUITES, ruleTestFiles } from "@pyairtable/monitoring/rule-tests";
import { runTool } from "./tools.ts";

export interface SuiteResult {
  readonly suite: string;
  readonly cases: number;
  readonly failures: readonly string[];
}

/** `promtool check rules` and `test rules` over the fixture; `say` gets a line as each suite ends. */
export async function testRules(promtool: string, say: (line: string) => void): Promise<readonly SuiteResult[]> {
  const folder = mkdtempSync(join(tmpdir(), "pyairtable-rules-"));
  try {
    for (const { name, content } of ruleTestFiles()) writeFileSync(join(folder, name), content);
    const results: SuiteResult[] = [];
    for (const suite of RULE_TEST_SUITES) {
      const { ok, output } = await runTool(promtool, ["test", "rules", `${suite.name}.test.yaml`], folder);
      const result = { suite: suite.name, cases: suite.cases.length, failures: ok ? [] : failuresIn(output) };
      say(`${result.failures.length === 0 ? "ok    " : "FAILED"} ${suite.name}: ${suite.cases.length} cases`);
      results.push(result);
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** promtool prints one block a failed expectation. */
function failuresIn(output: string): string[] {
  const blocks = output
    .split(/\n(?=\s+(?:name|expr|rule): )/)
    .slice(1)
    .map((block) => block.trim());
  return blocks.length > 0 ? blocks : [output.trim()];
}
