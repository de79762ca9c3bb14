import type { Rule } from "../rule.ts";
import { kubernetesRules } from "../rule-lists/kubernetes.ts";
import { monitoringRules } from "../rule-lists/monitoring.ts";
import { alarmCount } from "./alarm-count.ts";
import { albAccessLogged } from "./alb-access-logged.ts";
import { albDeletionProtected } from "./alb-deletion-protected.ts";
import { albDropsInvalidHeaders } from "./alb-drops-invalid-headers.ts";
import { autoscalingMaximum } from "./autoscaling-maximum.ts";
import { awsTypeKnown } from "./aws-type-known.ts";
import { azRebalancingOn } from "./az-rebalancing-on.ts";
import { bucketBlocksPublicAccess } from "./bucket-blocks-public-access.ts";
import { bucketEncrypted } from "./bucket-encrypted.ts";
import { bucketTlsOnly } from "./bucket-tls-only.ts";
import { capacityProvidersAttached } from "./capacity-providers-attached.ts";
import { circuitBreakerRollsBack } from "./circuit-breaker-rolls-back.ts";
import { containerHasInit } from "./container-has-init.ts";
import { containerHealthChecked } from "./container-health-checked.ts";
import { containerInsightsLevel } from "./container-insights-level.ts";
import { containerLogsConfigured } from "./container-logs-configured.ts";
import { containerNotPrivileged } from "./container-not-privileged.ts";
import { containerNotRoot } from "./container-not-root.ts";
import { containerRootReadOnly } from "./container-root-read-only.ts";
import { costCenterInCatalog } from "./cost-center-in-catalog.ts";
import { costTagValuesAllowed } from "./cost-tag-values-allowed.ts";
import { costTagsPresent } from "./cost-tags-present.ts";
import { criticalServiceOnDemandBase } from "./critical-service-on-demand-base.ts";
import { databaseClassAllowed } from "./database-class-allowed.ts";
import { databaseProtected } from "./database-protected.ts";
import { defaultSecurityGroupLocked } from "./default-security-group-locked.ts";
import { deploymentAlarmsRollBack } from "./deployment-alarms-roll-back.ts";
import { deregistrationBeforeStop } from "./deregistration-before-stop.ts";
import { desiredCountLeftToAutoscaling } from "./desired-count-left-to-autoscaling.ts";
import { environmentTagMatchesStack } from "./environment-tag-matches-stack.ts";
import { ephemeralStorageLimit } from "./ephemeral-storage-limit.ts";
import { errorBudgetRespected } from "./error-budget-respected.ts";
import { execOff } from "./exec-off.ts";
import { fargateSizeExists } from "./fargate-size-exists.ts";
import { flowLogsOn } from "./flow-logs-on.ts";
import { gatewayEndpointsExist } from "./gateway-endpoints-exist.ts";
import { governedValuesPlain } from "./governed-values-plain.ts";
import { healthCheckGraceGiven } from "./health-check-grace-given.ts";
import { httpRedirectsToHttps } from "./http-redirects-to-https.ts";
import { httpsTlsModern } from "./https-tls-modern.ts";
import { imagePinned } from "./image-pinned.ts";
import { imdsv2Required } from "./imdsv2-required.ts";
import { instanceTypeAllowed } from "./instance-type-allowed.ts";
import { interfaceEndpointCount } from "./interface-endpoint-count.ts";
import { kmsKeyRotates } from "./kms-key-rotates.ts";
import { limitsMatchStack } from "./limits-match-stack.ts";
import { loadBalancerCount } from "./load-balancer-count.ts";
import { logRetentionMaximum } from "./log-retention-maximum.ts";
import { logRetentionMinimum } from "./log-retention-minimum.ts";
import { monthlyBudget } from "./monthly-budget.ts";
import { natGatewayCount } from "./nat-gateway-count.ts";
import { noDisabledRules } from "./no-disabled-rules.ts";
import { noLaunchTypeWithStrategy } from "./no-launch-type-with-strategy.ts";
import { noOpenIngress } from "./no-open-ingress.ts";
import { noSecretInEnvironment } from "./no-secret-in-environment.ts";
import { noSpotOnlyCriticalService } from "./no-spot-only-critical-service.ts";
import { noSshIngress } from "./no-ssh-ingress.ts";
import { noWildcardActions } from "./no-wildcard-actions.ts";
import { noWildcardResources } from "./no-wildcard-resources.ts";
import { ownerTagsMatchCatalog } from "./owner-tags-match-catalog.ts";
import { privateSubnetsStayPrivate } from "./private-subnets-stay-private.ts";
import { publicIpCount } from "./public-ip-count.ts";
import { replicasMaximum } from "./replicas-maximum.ts";
import { replicasMinimum } from "./replicas-minimum.ts";
import { roleTrustConditioned } from "./role-trust-conditioned.ts";
import { secretCount } from "./secret-count.ts";
import { serviceAutoscaled } from "./service-autoscaled.ts";
import { serviceMonthlyCap } from "./service-monthly-cap.ts";
import { serviceTagInCatalog } from "./service-tag-in-catalog.ts";
import { spotShareOnTarget } from "./spot-share-on-target.ts";
import { stopTimeoutCoversDrain } from "./stop-timeout-covers-drain.ts";
import { stopTimeoutWithinFargate } from "./stop-timeout-within-fargate.ts";
import { tagSyntax } from "./tag-syntax.ts";
import { tagsReachTasks } from "./tags-reach-tasks.ts";
import { taskCpuLimit } from "./task-cpu-limit.ts";
import { taskMemoryLimit } from "./task-memory-limit.ts";
import { taskRoleOfItsOwn } from "./task-role-of-its-own.ts";
import { tasksWithoutPublicIp } from "./tasks-without-public-ip.ts";
import { totalMemory } from "./total-memory.ts";
import { totalVcpu } from "./total-vcpu.ts";
import { zonesInUse } from "./zones-in-use.ts";

const guarded: readonly Rule[] = [
  // Cost tags
  costTagsPresent,
  costTagValuesAllowed,
  serviceTagInCatalog,
  costCenterInCatalog,
  ownerTagsMatchCatalog,
  environmentTagMatchesStack,
  tagSyntax,
  tagsReachTasks,
  awsTypeKnown,
  // Limits
  taskCpuLimit,
  taskMemoryLimit,
  fargateSizeExists,
  ephemeralStorageLimit,
  replicasMinimum,
  replicasMaximum,
  autoscalingMaximum,
  totalVcpu,
  totalMemory,
  loadBalancerCount,
  natGatewayCount,
  publicIpCount,
  interfaceEndpointCount,
  alarmCount,
  secretCount,
  logRetentionMinimum,
  logRetentionMaximum,
  instanceTypeAllowed,
  databaseClassAllowed,
  containerInsightsLevel,
  limitsMatchStack,
  governedValuesPlain,
  // Spot
  criticalServiceOnDemandBase,
  noSpotOnlyCriticalService,
  spotShareOnTarget,
  capacityProvidersAttached,
  stopTimeoutCoversDrain,
  stopTimeoutWithinFargate,
  deregistrationBeforeStop,
  zonesInUse,
  errorBudgetRespected,
  // ECS
  noLaunchTypeWithStrategy,
  circuitBreakerRollsBack,
  deploymentAlarmsRollBack,
  azRebalancingOn,
  serviceAutoscaled,
  desiredCountLeftToAutoscaling,
  healthCheckGraceGiven,
  tasksWithoutPublicIp,
  execOff,
  containerNotRoot,
  containerRootReadOnly,
  containerNotPrivileged,
  containerHasInit,
  containerLogsConfigured,
  containerHealthChecked,
  imagePinned,
  noSecretInEnvironment,
  // Identity
  taskRoleOfItsOwn,
  noWildcardActions,
  noWildcardResources,
  roleTrustConditioned,
  // Network, edge and data
  noOpenIngress,
  noSshIngress,
  flowLogsOn,
  defaultSecurityGroupLocked,
  privateSubnetsStayPrivate,
  gatewayEndpointsExist,
  imdsv2Required,
  httpsTlsModern,
  httpRedirectsToHttps,
  albDropsInvalidHeaders,
  albAccessLogged,
  albDeletionProtected,
  bucketBlocksPublicAccess,
  bucketEncrypted,
  bucketTlsOnly,
  kmsKeyRotates,
  databaseProtected,
  ...kubernetesRules,
  ...monitoringRules,
  // Money
  monthlyBudget,
  serviceMonthlyCap,
];

/** The pack: every rule, the guard last. */
export const rules: readonly Rule[] = [...guarded, noDisabledRules(guarded)];
