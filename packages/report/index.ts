/** The HTML report of an environment: plain data in, one self-contained page out. No Pulumi, no files, no clock. */

export type { ControlRule, ReportInput } from "./input.ts";
export type { LabFigures, LabRun } from "./lab/figures.ts";
export { type LabExpectation, readLab } from "./lab/read-lab.ts";
export { renderReport } from "./page.ts";
