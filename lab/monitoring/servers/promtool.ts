import type { Keeper } from "../../support/keeper.ts";
import type { ToolResult } from "../rule-tests/tools.ts";

const WORDS_LINES = 12;
let runs = 0;

/** Runs promtool to its end as the keeper's: gone with the lab, however that ends. */
export async function runPromtool(keeper: Keeper, command: string, args: readonly string[]): Promise<ToolResult> {
  runs++;
  const process = keeper.run(`promtool-${runs}`, command, args);
  const end = await process.ended;
  return { ok: end === "exit code 0", output: `${end}: ${process.tail(WORDS_LINES)}` };
}
