/** Karpenter: nodes that follow the pods. */
export type { KarpenterArgs, KarpenterWiring } from "./args.ts";
export { type KarpenterPlanWiring, karpenterFromPlan } from "./from-plan.ts";
export { Karpenter } from "./karpenter.ts";
export type { KarpenterTransform } from "./transform.ts";
