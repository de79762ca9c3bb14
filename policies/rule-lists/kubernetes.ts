import type { Rule } from "../rule.ts";
import { eksAccessByEntries } from "../rules/eks-access-by-entries.ts";
import { eksAddOnVersionPinned } from "../rules/eks-add-on-version-pinned.ts";
import { eksControlPlaneLogged } from "../rules/eks-control-plane-logged.ts";
import { eksCreatorNotAdmin } from "../rules/eks-creator-not-admin.ts";
import { eksDeletionProtected } from "../rules/eks-deletion-protected.ts";
import { eksEndpointClosed } from "../rules/eks-endpoint-closed.ts";
import { eksEndpointPrivate } from "../rules/eks-endpoint-private.ts";
import { eksNetworkPolicyOn } from "../rules/eks-network-policy-on.ts";
import { eksNodeMetadataHopOne } from "../rules/eks-node-metadata-hop-one.ts";
import { eksNodeVolumesEncrypted } from "../rules/eks-node-volumes-encrypted.ts";
import { eksNodesArm64 } from "../rules/eks-nodes-arm64.ts";
import { eksNodesHaveLaunchTemplate } from "../rules/eks-nodes-have-launch-template.ts";
import { eksNodesNoRemoteAccess } from "../rules/eks-nodes-no-remote-access.ts";
import { eksNodesOnDemand } from "../rules/eks-nodes-on-demand.ts";
import { eksSecretsEncrypted } from "../rules/eks-secrets-encrypted.ts";
import { eksSupportStandard } from "../rules/eks-support-standard.ts";
import { eksVersionCurrent } from "../rules/eks-version-current.ts";
import { helmCrdsApart } from "../rules/helm-crds-apart.ts";
import { helmReleaseRollsBack } from "../rules/helm-release-rolls-back.ts";
import { helmReleaseVersionPinned } from "../rules/helm-release-version-pinned.ts";
import { helmRepositoryAllowed } from "../rules/helm-repository-allowed.ts";
import { k8sApiVersionStable } from "../rules/k8s-api-version-stable.ts";
import { k8sAutoscalerBoundsApart } from "../rules/k8s-autoscaler-bounds-apart.ts";
import { k8sAutoscalerTargetExists } from "../rules/k8s-autoscaler-target-exists.ts";
import { k8sBudgetAllowsDrain } from "../rules/k8s-budget-allows-drain.ts";
import { k8sBudgetEvictsUnhealthy } from "../rules/k8s-budget-evicts-unhealthy.ts";
import { k8sBudgetSelectsPods } from "../rules/k8s-budget-selects-pods.ts";
import { k8sCapabilitiesDropped } from "../rules/k8s-capabilities-dropped.ts";
import { k8sContainerCpuLimit } from "../rules/k8s-container-cpu-limit.ts";
import { k8sContainerMemoryLimit } from "../rules/k8s-container-memory-limit.ts";
import { k8sCostLabelsPresent } from "../rules/k8s-cost-labels-present.ts";
import { k8sCpuNotThrottled } from "../rules/k8s-cpu-not-throttled.ts";
import { k8sCpuRequestSet } from "../rules/k8s-cpu-request-set.ts";
import { k8sCriticalHasBudget } from "../rules/k8s-critical-has-budget.ts";
import { k8sCriticalOutlivesSpot } from "../rules/k8s-critical-outlives-spot.ts";
import { k8sCriticalSpreadOverZones } from "../rules/k8s-critical-spread-over-zones.ts";
import { k8sCustomResourceAfterItsType } from "../rules/k8s-custom-resource-after-its-type.ts";
import { k8sDefaultDenyPresent } from "../rules/k8s-default-deny-present.ts";
import { k8sDnsEgressPresent } from "../rules/k8s-dns-egress-present.ts";
import { k8sEmptyDirSized } from "../rules/k8s-empty-dir-sized.ts";
import { k8sEnvironmentLabelMatchesStack } from "../rules/k8s-environment-label-matches-stack.ts";
import { k8sGovernedValuesPlain } from "../rules/k8s-governed-values-plain.ts";
import { k8sGraceCoversDrain } from "../rules/k8s-grace-covers-drain.ts";
import { k8sGraceWithinNotice } from "../rules/k8s-grace-within-notice.ts";
import { k8sHpaAndVpaApart } from "../rules/k8s-hpa-and-vpa-apart.ts";
import { k8sImagePinned } from "../rules/k8s-image-pinned.ts";
import { k8sImageRegistryAllowed } from "../rules/k8s-image-registry-allowed.ts";
import { k8sIngressHasTls } from "../rules/k8s-ingress-has-tls.ts";
import { k8sIngressOfPublicService } from "../rules/k8s-ingress-of-public-service.ts";
import { k8sLabelSyntax } from "../rules/k8s-label-syntax.ts";
import { k8sLimitRangePresent } from "../rules/k8s-limit-range-present.ts";
import { k8sLimitRangeSparesCpu } from "../rules/k8s-limit-range-spares-cpu.ts";
import { k8sLivenessNotStricter } from "../rules/k8s-liveness-not-stricter.ts";
import { k8sMemoryLimitEqualsRequest } from "../rules/k8s-memory-limit-equals-request.ts";
import { k8sMemoryLimitSet } from "../rules/k8s-memory-limit-set.ts";
import { k8sMemoryRequestSet } from "../rules/k8s-memory-request-set.ts";
import { k8sNamespaceRestricted } from "../rules/k8s-namespace-restricted.ts";
import { k8sNoAddedCapabilities } from "../rules/k8s-no-added-capabilities.ts";
import { k8sNoClusterAdmin } from "../rules/k8s-no-cluster-admin.ts";
import { k8sNoDefaultNamespace } from "../rules/k8s-no-default-namespace.ts";
import { k8sNoEscalationRights } from "../rules/k8s-no-escalation-rights.ts";
import { k8sNoHostNamespaces } from "../rules/k8s-no-host-namespaces.ts";
import { k8sNoHostPath } from "../rules/k8s-no-host-path.ts";
import { k8sNoHostPort } from "../rules/k8s-no-host-port.ts";
import { k8sNoIpBlockExcept } from "../rules/k8s-no-ip-block-except.ts";
import { k8sNoLiteralSecret } from "../rules/k8s-no-literal-secret.ts";
import { k8sNoOpenIngressPolicy } from "../rules/k8s-no-open-ingress-policy.ts";
import { k8sNoPrivilegeEscalation } from "../rules/k8s-no-privilege-escalation.ts";
import { k8sNoSecretInConfigMap } from "../rules/k8s-no-secret-in-config-map.ts";
import { k8sNoSecretInEnvironment } from "../rules/k8s-no-secret-in-environment.ts";
import { k8sNoTokenAutomount } from "../rules/k8s-no-token-automount.ts";
import { k8sNoWildcardRights } from "../rules/k8s-no-wildcard-rights.ts";
import { k8sNotPrivileged } from "../rules/k8s-not-privileged.ts";
import { k8sOneAutoscalerAWorkload } from "../rules/k8s-one-autoscaler-a-workload.ts";
import { k8sOneBudgetAPod } from "../rules/k8s-one-budget-a-pod.ts";
import { k8sOpenEgressNarrow } from "../rules/k8s-open-egress-narrow.ts";
import { k8sOwnerLabelsMatchCatalog } from "../rules/k8s-owner-labels-match-catalog.ts";
import { k8sPodNotRoot } from "../rules/k8s-pod-not-root.ts";
import { k8sPodWithinRestricted } from "../rules/k8s-pod-within-restricted.ts";
import { k8sPreStopPresent } from "../rules/k8s-pre-stop-present.ts";
import { k8sPriorityClassOfTier } from "../rules/k8s-priority-class-of-tier.ts";
import { k8sProbesPresent } from "../rules/k8s-probes-present.ts";
import { k8sQuotaPresent } from "../rules/k8s-quota-present.ts";
import { k8sReachabilityMatchesCatalog } from "../rules/k8s-reachability-matches-catalog.ts";
import { k8sReadinessAnswersInTime } from "../rules/k8s-readiness-answers-in-time.ts";
import { k8sReplicasLeftToAutoscaler } from "../rules/k8s-replicas-left-to-autoscaler.ts";
import { k8sRolloutKeepsCapacity } from "../rules/k8s-rollout-keeps-capacity.ts";
import { k8sRootReadOnly } from "../rules/k8s-root-read-only.ts";
import { k8sScaleDownWaits } from "../rules/k8s-scale-down-waits.ts";
import { k8sScaleUpAnswersAtOnce } from "../rules/k8s-scale-up-answers-at-once.ts";
import { k8sSeccompSet } from "../rules/k8s-seccomp-set.ts";
import { k8sSecretsReadNarrow } from "../rules/k8s-secrets-read-narrow.ts";
import { k8sSelectorMatchesTemplate } from "../rules/k8s-selector-matches-template.ts";
import { k8sServiceAccountNamed } from "../rules/k8s-service-account-named.ts";
import { k8sServiceAutoscaled } from "../rules/k8s-service-autoscaled.ts";
import { k8sServiceClusterInternal } from "../rules/k8s-service-cluster-internal.ts";
import { k8sServiceLabelInCatalog } from "../rules/k8s-service-label-in-catalog.ts";
import { k8sServiceSelectsWorkload } from "../rules/k8s-service-selects-workload.ts";
import { k8sVpaActsOnlyWhereAsked } from "../rules/k8s-vpa-acts-only-where-asked.ts";
import { k8sWorkloadKindAllowed } from "../rules/k8s-workload-kind-allowed.ts";
import { karpenterDisruptionBudgeted } from "../rules/karpenter-disruption-budgeted.ts";
import { karpenterDrainEnds } from "../rules/karpenter-drain-ends.ts";
import { karpenterInterruptionQueueSet } from "../rules/karpenter-interruption-queue-set.ts";
import { karpenterNodeImagePinned } from "../rules/karpenter-node-image-pinned.ts";
import { karpenterNodeMetadataLocked } from "../rules/karpenter-node-metadata-locked.ts";
import { karpenterNodeVolumesEncrypted } from "../rules/karpenter-node-volumes-encrypted.ts";
import { karpenterNodesExpire } from "../rules/karpenter-nodes-expire.ts";
import { karpenterNodesPrivate } from "../rules/karpenter-nodes-private.ts";
import { karpenterNodesTagged } from "../rules/karpenter-nodes-tagged.ts";
import { karpenterOnDemandPoolPresent } from "../rules/karpenter-on-demand-pool-present.ts";
import { karpenterPoolLimited } from "../rules/karpenter-pool-limited.ts";
import { karpenterSpotDiverse } from "../rules/karpenter-spot-diverse.ts";
import { karpenterWithoutTerminationHandler } from "../rules/karpenter-without-termination-handler.ts";

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
  k8sCpuNotThrottled,
  // Labels
  k8sCostLabelsPresent,
  k8sServiceLabelInCatalog,
  k8sOwnerLabelsMatchCatalog,
  k8sEnvironmentLabelMatchesStack,
  k8sLabelSyntax,
  k8sSelectorMatchesTemplate,
  // Pod security
  k8sNamespaceRestricted,
  k8sPodNotRoot,
  k8sNotPrivileged,
  k8sNoPrivilegeEscalation,
  k8sCapabilitiesDropped,
  k8sNoAddedCapabilities,
  k8sSeccompSet,
  k8sRootReadOnly,
  k8sNoHostPath,
  k8sNoHostNamespaces,
  k8sNoHostPort,
  k8sPodWithinRestricted,
  k8sNoTokenAutomount,
  k8sServiceAccountNamed,
  // Probes, stopping and placement
  k8sProbesPresent,
  k8sReadinessAnswersInTime,
  k8sLivenessNotStricter,
  k8sPreStopPresent,
  k8sGraceCoversDrain,
  k8sGraceWithinNotice,
  k8sRolloutKeepsCapacity,
  k8sPriorityClassOfTier,
  k8sCriticalSpreadOverZones,
  k8sCriticalOutlivesSpot,
  // Budgets and autoscalers
  k8sCriticalHasBudget,
  k8sOneBudgetAPod,
  k8sBudgetAllowsDrain,
  k8sBudgetEvictsUnhealthy,
  k8sBudgetSelectsPods,
  k8sOneAutoscalerAWorkload,
  k8sAutoscalerTargetExists,
  k8sServiceAutoscaled,
  k8sReplicasLeftToAutoscaler,
  k8sHpaAndVpaApart,
  k8sVpaActsOnlyWhereAsked,
  k8sAutoscalerBoundsApart,
  k8sScaleUpAnswersAtOnce,
  k8sScaleDownWaits,
  // Network
  k8sDefaultDenyPresent,
  k8sDnsEgressPresent,
  k8sNoOpenIngressPolicy,
  k8sOpenEgressNarrow,
  k8sNoIpBlockExcept,
  k8sReachabilityMatchesCatalog,
  // Namespaces and API
  k8sQuotaPresent,
  k8sLimitRangePresent,
  k8sLimitRangeSparesCpu,
  k8sNoDefaultNamespace,
  k8sWorkloadKindAllowed,
  k8sApiVersionStable,
  k8sCustomResourceAfterItsType,
  k8sGovernedValuesPlain,
  // Images, secrets and rights
  k8sImagePinned,
  k8sImageRegistryAllowed,
  k8sNoSecretInEnvironment,
  k8sNoSecretInConfigMap,
  k8sNoLiteralSecret,
  k8sNoWildcardRights,
  k8sNoEscalationRights,
  k8sSecretsReadNarrow,
  k8sNoClusterAdmin,
  // Exposure
  k8sServiceClusterInternal,
  k8sServiceSelectsWorkload,
  k8sIngressHasTls,
  k8sIngressOfPublicService,
  // EKS
  eksEndpointPrivate,
  eksEndpointClosed,
  eksSecretsEncrypted,
  eksControlPlaneLogged,
  eksAccessByEntries,
  eksCreatorNotAdmin,
  eksSupportStandard,
  eksVersionCurrent,
  eksDeletionProtected,
  eksAddOnVersionPinned,
  eksNetworkPolicyOn,
  eksNodesHaveLaunchTemplate,
  eksNodeMetadataHopOne,
  eksNodeVolumesEncrypted,
  eksNodesOnDemand,
  eksNodesArm64,
  eksNodesNoRemoteAccess,
  // Karpenter
  karpenterInterruptionQueueSet,
  karpenterWithoutTerminationHandler,
  karpenterPoolLimited,
  karpenterOnDemandPoolPresent,
  karpenterSpotDiverse,
  karpenterNodesExpire,
  karpenterDrainEnds,
  karpenterDisruptionBudgeted,
  karpenterNodeImagePinned,
  karpenterNodeMetadataLocked,
  karpenterNodeVolumesEncrypted,
  karpenterNodesPrivate,
  karpenterNodesTagged,
  // Helm
  helmReleaseVersionPinned,
  helmRepositoryAllowed,
  helmCrdsApart,
  helmReleaseRollsBack,
];
