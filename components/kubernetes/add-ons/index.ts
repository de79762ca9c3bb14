/** What is installed beside the services, each a component of its own, and all of them in the order that works. */
export { AddOns } from "./add-ons.ts";
export type { AddOnsArgs, AddOnsPlan, AddOnsWiring } from "./add-ons-args.ts";
export * from "./argo-cd/index.ts";
export type { AddOnArgs, AddOnWiring, ClusterNetworkArgs, WorkloadSize } from "./common-args.ts";
export { addOnErrorCodes } from "./error-codes.ts";
export * from "./external-secrets/index.ts";
export * from "./keda/index.ts";
export * from "./metrics-server/index.ts";
export * from "./network-policy-baseline/index.ts";
export type { EksPlace } from "./pod-identity/pod-identity.ts";
export * from "./prometheus-operator/index.ts";
export type { ServingCertificateArgs } from "./serving-certificate/args.ts";
export { requestsOf, SIZES, type SizedAddOn } from "./sizes.ts";
export { imageReference, type LocalAddOnName, VERSIONS } from "./versions.ts";
export * from "./vertical-pod-autoscaler/index.ts";
