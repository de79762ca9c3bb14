/** Kubernetes on AWS: the cluster, its provider, and Karpenter's nodes. */
export type { ApiClient, EksClusterArgs, EksClusterWiring } from "./args.ts";
export { EksCluster } from "./eks-cluster.ts";
export { eksErrorCodes } from "./error-codes.ts";
export { type EksPlanWiring, eksFromPlan } from "./from-plan.ts";
export { SERVICE_ACCOUNT as KARPENTER_ACCOUNT } from "./karpenter/chart-values.ts";
export {
  Karpenter,
  type KarpenterArgs,
  type KarpenterPlanWiring,
  type KarpenterTransform,
  type KarpenterWiring,
  karpenterFromPlan,
} from "./karpenter/index.ts";
export { KARPENTER_VERSION } from "./karpenter/versions.ts";
export { SYSTEM_NODES, SYSTEM_TAINT } from "./node-group-resources.ts";
export { type ClusterProviderArgs, clusterProvider, kubeconfigOf, type ReachableCluster } from "./provider.ts";
export type { EksClusterTransform } from "./transform.ts";
