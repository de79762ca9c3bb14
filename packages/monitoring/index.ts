/** Monitoring from the plan: rules, alerts, capacity and alert routes as values. No Pulumi here. */

export type * from "./alertmanager/args.ts";
export { checkAlerting } from "./alertmanager/checks.ts";
export { type AlertmanagerConfig, type AlertRoute, alertmanagerConfig } from "./alertmanager/config.ts";
export { defaultAlerting } from "./alertmanager/defaults.ts";
export { INHIBITIONS, type InhibitRule } from "./alertmanager/inhibitions.ts";
export { type RouteCase, routeCases } from "./alertmanager/route-cases.ts";
export { SECRETS_FOLDER, type SecretFile, secretFiles } from "./alertmanager/secrets.ts";
export { EVENT_RULES } from "./alerts/spot.ts";
export { type Capacity, capacityOf, checkCapacity, requireCapacity } from "./capacity/capacity.ts";
export { monitoringErrorCodes } from "./error-codes.ts";
export { type PlatformFacts, platformFacts, type ServiceFacts } from "./facts.ts";
export { checkRuleFiles, unknownMetrics } from "./model/check-rules.ts";
export { checkRunbooks } from "./model/check-runbooks.ts";
export { labelClashes, RULE_LABELS, SERVICE_LABEL } from "./model/label-clashes.ts";
export { DASHBOARDS } from "./model/links.ts";
export { knownMetrics, metricNames } from "./model/metric-names.ts";
export {
  type PrometheusRule,
  type PrometheusRuleGroup,
  prometheusGroups,
  type RuleFile,
  ruleFileYaml,
} from "./model/rule-file.ts";
export { ruleFiles } from "./rule-files.ts";
export { correlationName, covarianceName } from "./rules/correlation.ts";
export { type ExporterName, exportersOf, jobOf } from "./rules/jobs.ts";
export { SERIES } from "./rules/names.ts";
export { SERVICE_KEY } from "./rules/normalise-kubernetes.ts";
export { type Size, snap } from "./rules/sizes.ts";
export { overWindow } from "./rules/usage.ts";
export type { MonitoringArgs, MonitoringSettings } from "./settings/args.ts";
export { checkSettings, normaliseSettings } from "./settings/normalise.ts";
