import { quickStart, reportUserErrors } from "./stacks/runtime.ts";

quickStart();
const { runStack } = await import("./stacks/run.ts");

/**
 * The stack's outputs, each a typed, versioned contract other teams' programs read (packages/outputs): `platform` where
 * any service runs on ECS, `kubernetes` where there is a cluster.
 */
export default () => reportUserErrors(runStack);
