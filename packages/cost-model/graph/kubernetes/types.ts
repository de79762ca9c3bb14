export const WORKLOADS = ["kubernetes:apps/v1:Deployment", "kubernetes:apps/v1:StatefulSet"] as const;
export const RELEASE = "kubernetes:helm.sh/v3:Release";
export const HPA = "kubernetes:autoscaling/v2:HorizontalPodAutoscaler";
/** Any served version of KEDA's and External Secrets' kinds. */
export const SCALED_OBJECT = /^kubernetes:keda\.sh\/v\w+:ScaledObject$/;
export const EXTERNAL_SECRET = /^kubernetes:external-secrets\.io\/v\w+:ExternalSecret$/;
export const INGRESS = "kubernetes:networking.k8s.io/v1:Ingress";
export const KUBERNETES_SERVICE = "kubernetes:core/v1:Service";
export const VOLUME_CLAIM = "kubernetes:core/v1:PersistentVolumeClaim";
export const EKS_CLUSTER = "aws:eks/cluster:Cluster";
