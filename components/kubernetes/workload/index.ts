/** One service on Kubernetes: `KubernetesService`, its args from the plan, its manifests. */
export type { KubernetesServiceArgs } from "./args.ts";
export type { ContainerOptions } from "./container-args.ts";
export { workloadErrorCodes } from "./error-codes.ts";
export { fromPlan } from "./from-plan.ts";
export type { IdentityArgs } from "./identity-args.ts";
export { KubernetesService } from "./kubernetes-service.ts";
export { serviceManifests } from "./manifests.ts";
export type { IngressSource, MetricsArgs, NetworkArgs, PeerArgs, RouteArgs, StoreArgs } from "./network-args.ts";
export { type NetworkPolicyObject, networkPoliciesOf } from "./network-policies.ts";
export type { CapacityArgs, PlacementArgs, ZonesArgs } from "./placement-args.ts";
export type { PlanWiring } from "./plan-wiring.ts";
export type { AutoscalerArgs, ScalingArgs, VerticalArgs, VerticalBounds } from "./scaling-args.ts";
export type { KubernetesServiceTransform } from "./transform.ts";
export type { KubernetesServiceWiring } from "./wiring.ts";
