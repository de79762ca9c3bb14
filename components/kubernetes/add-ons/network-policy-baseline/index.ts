/** Default deny for namespaces that are there already. */
export type { NetworkPolicyBaselineArgs, NetworkPolicyBaselineTransform } from "./args.ts";
export { NetworkPolicyBaseline } from "./network-policy-baseline.ts";
