/** Small words of every Kubernetes room: quantities, labels, images, rules of network policies. */
export { isPinned, withRegistry } from "./images.ts";
export { isDnsLabel, isLabelValue, type LabelSource, objectLabels, podLabels } from "./labels.ts";
export type { CustomObject } from "./manifest.ts";
export {
  allPodsOf,
  blockOf,
  dnsRule,
  type EgressRule,
  type IngressRule,
  isIpv4Block,
  type PolicyPeer,
  type PolicyPort,
  podsOf,
  tcp,
} from "./network-rules.ts";
export { POD_IDENTITY_AGENT, type PodIdentityPlace, podIdentityTrust, type ServiceAccount } from "./pod-identity.ts";
export { cpuQuantity, memoryQuantity, percentQuantity } from "./quantities.ts";
