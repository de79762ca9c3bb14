import { rmSync } from "node:fs";
import { join } from "node:path";
import { startNode } from "../../lab/support/isolated-sandbox.ts";
import { CHECKOUT } from "../engine/support.ts";

export interface LabResult {
  readonly code: number;
  readonly output: string;
}

/** Runs a lab's short form as a person would; `out` is its report's folder. */
export function shortForm(lab: "kubernetes" | "monitoring", out: string): Promise<LabResult> {
  return startNode([`lab/${lab}/run.ts`, "--short", "--out", out]).result;
}

/** Where the one run of the monitoring lab leaves its figures. */
export const MONITORING = "dist/lab/monitoring-short";
let monitoring: Promise<LabResult> | undefined;

/** The monitoring lab once in a process: the first who asks runs it. */
export function monitoringOnce(): Promise<LabResult> {
  if (monitoring === undefined) {
    rmSync(join(CHECKOUT, MONITORING), { recursive: true, force: true });
    monitoring = shortForm("monitoring", MONITORING);
  }
  return monitoring;
}
