/** Namespaces that are safe before the first pod, and the platform's priority classes. */
export type { EditorArgs, NamespaceArgs } from "./args.ts";
export { namespaceErrorCodes } from "./error-codes.ts";
export { type NamespacePlanWiring, namespaceFromPlan } from "./from-plan.ts";
export { Namespace } from "./namespace.ts";
export { namespaceManifests } from "./namespace-manifests.ts";
export { namespaceNetworkPolicies } from "./network-policies.ts";
export { PriorityClasses, type PriorityClassesArgs } from "./priority-classes.ts";
export type { NamespaceTransform, PriorityClassesTransform } from "./transform.ts";
export type { NamespacesWiring } from "./wiring.ts";
