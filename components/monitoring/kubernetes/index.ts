/** Monitoring on a cluster. Apart from the room's index, so that a preview without one loads no Kubernetes modules. */
export { collectorPeer } from "./collector.ts";
export { NAMESPACE, SECRETS, WORKLOADS } from "./names.ts";
export { onKubernetes } from "./on-kubernetes.ts";
export type { OnKubernetesArgs } from "./record.ts";
export type { KubernetesTransform } from "./transform.ts";
