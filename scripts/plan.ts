import type { Plan } from "@pyairtable/plan";
import { loadPlan } from "../stacks/config/load.ts";
import { runCommand } from "./lib/command.ts";
import { helpText, readOptions } from "./lib/options.ts";
import { planText } from "./lib/plan-text.ts";

const OPTIONS = {
  stack: { type: "string", value: "name", help: "the environment", default: "prod" },
  json: { type: "boolean", help: "the whole plan as JSON" },
} as const;

await runCommand(() => {
  const options = readOptions("plan", OPTIONS, process.argv.slice(2));
  if (options.help) {
    process.stdout.write(helpText("plan", "Prints the resolved plan of an environment.", OPTIONS));
    return;
  }
  const plan: Plan = loadPlan(options.stack);
  process.stdout.write(options.json ? `${JSON.stringify(plan, null, 2)}\n` : `${planText(plan)}\n`);
});
