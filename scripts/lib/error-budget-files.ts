import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { nearest, throwIfAny } from "@pyairtable/diagnostics";
import { type ErrorBudgets, parseErrorBudgets } from "@pyairtable/slo/error-budgets";
import { catalog } from "../../catalog/index.ts";
import { stacksIn } from "../../stacks/config/stack-file.ts";

const FOLDER = "monitoring/error-budgets";

/** The committed error budgets below `root`, by stack, sorted. Throws a `UserError` for the first file that is wrong. */
export function errorBudgetFiles(root: string, now: Date): Readonly<Record<string, ErrorBudgets>> {
  const services = catalog.map(({ name }) => name);
  const names = globSync("*.json", { cwd: join(root, FOLDER) }).sort();
  const stacks = names.map((name) => name.slice(0, -".json".length));
  requireStacks(stacks, stacksIn(root));
  return Object.fromEntries(
    stacks.map((stack) => {
      const subject = `${FOLDER}/${stack}.json`;
      return [stack, parseErrorBudgets(readFileSync(join(root, subject), "utf8"), subject, { services, now })];
    }),
  );
}

/** A file under another name would be read by nobody. */
function requireStacks(named: readonly string[], known: readonly string[]): void {
  const strangers = named.filter((stack) => !known.includes(stack));
  throwIfAny(
    FOLDER,
    strangers.map((stack) => {
      const near = nearest(stack, known);
      const fix = near === undefined ? "Remove it, or add its stack." : `Rename it to ${near}.json.`;
      const wanted = `one of ${known.join(", ")}`;
      return { code: "config.unknown-stack", path: `${FOLDER}/${stack}.json`, got: JSON.stringify(stack), wanted, fix };
    }),
  );
}
