import type { Rule } from "../rule.ts";
import { alarmTopicClosed } from "../rules/alarm-topic-closed.ts";
import { alarmTopicEncrypted } from "../rules/alarm-topic-encrypted.ts";
import { alarmsTellSomeone } from "../rules/alarms-tell-someone.ts";
import { alertsHaveOwners } from "../rules/alerts-have-owners.ts";
import { alertsHaveRunbooks } from "../rules/alerts-have-runbooks.ts";
import { criticalServicesHaveAlarms } from "../rules/critical-services-have-alarms.ts";
import { dashboardsPresent } from "../rules/dashboards-present.ts";
import { deadMansSwitchPresent } from "../rules/dead-mans-switch-present.ts";
import { fileSystemEncrypted } from "../rules/file-system-encrypted.ts";
import { monitoringDoorsPrivate } from "../rules/monitoring-doors-private.ts";
import { objectivesDefined } from "../rules/objectives-defined.ts";
import { prometheusRetentionBelowVolume } from "../rules/prometheus-retention-below-volume.ts";
import { prometheusRetentionMinimum } from "../rules/prometheus-retention-minimum.ts";
import { prometheusSingleWriter } from "../rules/prometheus-single-writer.ts";
import { receiverSecretsByReference } from "../rules/receiver-secrets-by-reference.ts";
import { scrapeIntervalBounded } from "../rules/scrape-interval-bounded.ts";
import { traceSamplingBounded } from "../rules/trace-sampling-bounded.ts";

/** What is watched, by what, and who is told. */
export const monitoringRules: readonly Rule[] = [
  // Alarms
  criticalServicesHaveAlarms,
  alarmsTellSomeone,
  alarmTopicEncrypted,
  alarmTopicClosed,
  // Objectives, alerts, dashboards
  objectivesDefined,
  alertsHaveRunbooks,
  alertsHaveOwners,
  deadMansSwitchPresent,
  receiverSecretsByReference,
  dashboardsPresent,
  // Prometheus, traces
  prometheusRetentionMinimum,
  prometheusRetentionBelowVolume,
  prometheusSingleWriter,
  scrapeIntervalBounded,
  traceSamplingBounded,
  monitoringDoorsPrivate,
  fileSystemEncrypted,
];
