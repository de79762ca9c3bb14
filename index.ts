import { quickStart, reportUserErrors } from "./stacks/runtime.ts";

quickStart();
const { runStack } = await import("./stacks/run.ts");

/** The typed, versioned contract other teams' programs read: see packages/outputs. */
export const platform = await reportUserErrors(runStack);
