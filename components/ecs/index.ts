/** ECS on Fargate: the cluster, one component a service, and the rules between services. */
export type { AlarmArgs, AlarmKind } from "./alarm-args.ts";
export type { EgressArgs, ScalingArgs, ServiceArgs } from "./args.ts";
export { Cluster } from "./cluster.ts";
export type { ClusterArgs } from "./cluster-args.ts";
export type { SidecarArgs } from "./container-args.ts";
export type { DeploymentArgs, DeploymentHookArgs } from "./deployment-args.ts";
export { connectServices, type Edge, type EdgeEnd, ServiceEdges, type ServiceEdgesArgs } from "./edges.ts";
export { ecsErrorCodes } from "./error-codes.ts";
export { fromPlan, type PlanWiring } from "./from-plan.ts";
export type { LogArgs, LogRouterArgs } from "./log-args.ts";
export { Service } from "./service.ts";
export { TEST_TRAFFIC_HEADER } from "./service-connect.ts";
export type { RouteArgs, ServiceConnectArgs } from "./traffic-args.ts";
export type { ClusterTransform, EdgesTransform, ServiceTransform } from "./transform.ts";
export type { EbsVolumeArgs, EfsVolumeArgs, VolumeArgs } from "./volume-args.ts";
export type { EfsWiring, ServiceWiring } from "./wiring.ts";
