/** The versioned contracts of the platform's stack outputs. No Pulumi at run time: the reader is `./pulumi`. */

export { nearestNames } from "@pyairtable/diagnostics";
export type { PlatformOutputs, ServiceOutputs } from "./contract.ts";
export { platformSchema } from "./contract.ts";
export { serviceSchema } from "./contract-service.ts";
export type { ContractField } from "./describe.ts";
export { describeContract } from "./describe.ts";
export { platformJsonSchema } from "./json-schema.ts";
export type { KubernetesOutputs } from "./kubernetes/contract.ts";
export { kubernetesSchema } from "./kubernetes/contract.ts";
export type { KubernetesServiceOutputs } from "./kubernetes/contract-service.ts";
export type { GitOpsAddOn } from "./kubernetes/gitops.ts";
export { kubernetesJsonSchema } from "./kubernetes/json-schema.ts";
export type { KubernetesOutputSource, KubernetesOutputValues } from "./kubernetes/kubernetes-outputs.ts";
export { kubernetesOutputs } from "./kubernetes/kubernetes-outputs.ts";
export { findKubernetesService, parseKubernetes } from "./kubernetes/parse-kubernetes.ts";
export {
  KUBERNETES_CONTRACT_NAME,
  KUBERNETES_CONTRACT_VERSION,
  KUBERNETES_OUTPUT,
} from "./kubernetes/version.ts";
export { findService, parsePlatform } from "./parse-platform.ts";
export type { PlatformOutputSource, PlatformOutputValues, ServiceOutputSource } from "./platform-outputs.ts";
export { platformOutputs } from "./platform-outputs.ts";
export { CONTRACT_NAME, CONTRACT_VERSION, PLATFORM_OUTPUT } from "./version.ts";
