import type { Rule } from "../rule.ts";
import { k8sContainerCpuLimit } from "../rules/k8s-container-cpu-limit.ts";
import { k8sContainerMemoryLimit } from "../rules/k8s-container-memory-limit.ts";
import { k8sCostLabelsPresent } from "../rules/k8s-cost-labels-present.ts";
import { k8sCpuRequestSet } from "../rules/k8s-cpu-request-set.ts";
import { k8sEmptyDirSized } from "../rules/k8s-empty-dir-sized.ts";
import { k8sEnvironmentLabelMatchesStack } from "../rules/k8s-environment-label-matches-stack.ts";
import { k8sLabelSyntax } from "../rules/k8s-label-syntax.ts";
import { k8sMemoryLimitEqualsRequest } from "../rules/k8s-memory-limit-equals-request.ts";
import { k8sMemoryLimitSet } from "../rules/k8s-memory-limit-set.ts";
import { k8sMemoryRequestSet } from "../rules/k8s-memory-request-set.ts";
import { k8sOwnerLabelsMatchCatalog } from "../rules/k8s-owner-labels-match-catalog.ts";
import { k8sSelectorMatchesTemplate } from "../rules/k8s-selector-matches-template.ts";
import { k8sServiceLabelInCatalog } from "../rules/k8s-service-label-in-catalog.ts";

/** Rules over Kubernetes, EKS, Karpenter and Helm. */
export const kubernetesRules: readonly Rule[] = [
  // Sizes
  k8sCpuRequestSet,
  k8sMemoryRequestSet,
  k8sMemoryLimitSet,
  k8sMemoryLimitEqualsRequest,
  k8sContainerCpuLimit,
  k8sContainerMemoryLimit,
  k8sEmptyDirSized,
  // Labels
  k8sCostLabelsPresent,
  k8sServiceLabelInCatalog,
  k8sOwnerLabelsMatchCatalog,
  k8sEnvironmentLabelMatchesStack,
  k8sLabelSyntax,
  k8sSelectorMatchesTemplate,
];
