/** Kubernetes: a cluster or the way to one, its add-ons, namespaces and services. */
export { addOnVersions } from "./add-on-versions.ts";
export type { AwsSite, KubernetesArgs } from "./args.ts";
export * from "./eks/index.ts";
export { Kubernetes } from "./kubernetes.ts";
export * from "./namespaces/index.ts";
export * from "./workload/index.ts";
