import type { Plan } from "@pyairtable/plan";
import { loadPlan } from "../stacks/config/load.ts";
import { optionsCommand } from "./lib/options-command.ts";
import { planText } from "./lib/plan-text.ts";

const OPTIONS = {
  stack: { type: "string", value: "name", help: "the environment", default: "prod" },
  json: { type: "boolean", help: "the whole plan as JSON" },
} as const;

await optionsCommand("plan", "Prints the resolved plan of an environment.", OPTIONS, (options) => {
  const plan: Plan = loadPlan(options.stack);
  process.stdout.write(options.json ? `${JSON.stringify(plan, null, 2)}\n` : `${planText(plan)}\n`);
});
