import { spawnSync } from "node:child_process";
import type { Plan } from "@pyairtable/plan";
import { CHECKOUT } from "./isolated-sandbox.ts";

/** A plan as its own command prints it: a lab reads what any other program could. */
export function planOf(stack: string): Plan {
  const run = spawnSync(process.execPath, ["scripts/plan.ts", "--stack", stack, "--json"], {
    cwd: CHECKOUT,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.status !== 0) throw new Error(`no plan of ${stack}: ${run.stderr}`);
  return JSON.parse(run.stdout) as Plan;
}
