import { startNode } from "../../lab/support/isolated-sandbox.ts";

/** Runs a lab's short form as a person would; `out` is its report's folder. */
export function shortForm(lab: "kubernetes" | "monitoring", out: string): Promise<{ code: number; output: string }> {
  return startNode([`lab/${lab}/run.ts`, "--short", "--out", out]).result;
}
