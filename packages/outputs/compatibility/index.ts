/** The compatibility gate: has the contract changed in a way its version does not admit? */

export type { Change, ChangeKind } from "./change.ts";
export { isBreaking } from "./change.ts";
export { compareSchemas } from "./compare.ts";
export { type ContractWords, checkCompatibility, versionOf } from "./gate.ts";
