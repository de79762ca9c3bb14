import { type AlertRule, isAlert, promDuration, type RuleGroup } from "@pyairtable/slo";
import { stringify } from "yaml";
import type { MonitoringSettings } from "../settings/args.ts";
import { dashboardUrl } from "./links.ts";

/** One file of rules: `name` becomes `<name>.rules.yaml` and a PrometheusRule of that name. */
export interface RuleFile {
  readonly name: string;
  readonly groups: readonly RuleGroup[];
}

/** A rule as Prometheus and the PrometheusRule resource take it. */
export interface PrometheusRule {
  readonly record?: string;
  readonly alert?: string;
  readonly expr: string;
  readonly for?: string;
  readonly keep_firing_for?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface PrometheusRuleGroup {
  readonly name: string;
  readonly interval: string;
  readonly rules: readonly PrometheusRule[];
}

/** The groups as plain objects: the `spec.groups` of a PrometheusRule, or a rule file's root. */
export function prometheusGroups(file: RuleFile, settings: MonitoringSettings): readonly PrometheusRuleGroup[] {
  return file.groups
    .filter(({ rules }) => rules.length > 0)
    .map(({ name, intervalSeconds, rules }) => ({
      name,
      interval: promDuration(intervalSeconds),
      rules: rules.map((rule) => (isAlert(rule) ? prometheusAlert(rule, settings) : { ...rule })),
    }));
}

function prometheusAlert(rule: AlertRule, settings: MonitoringSettings): PrometheusRule {
  return {
    alert: rule.alert,
    expr: rule.expr,
    ...(rule.forSeconds > 0 ? { for: promDuration(rule.forSeconds) } : {}),
    ...(rule.keepFiringForSeconds === undefined ? {} : { keep_firing_for: promDuration(rule.keepFiringForSeconds) }),
    labels: {
      severity: rule.severity,
      ...(rule.owner === null ? {} : { owner: rule.owner }),
      ...rule.labels,
    },
    annotations: {
      summary: rule.summary,
      description: rule.description,
      runbook_url: `${settings.runbookBaseUrl}/${rule.runbook}.md`,
      dashboard_url: dashboardUrl(rule, settings),
    },
  };
}

/** The file's text; `notice` is its first line, without `#`. */
export function ruleFileYaml(file: RuleFile, settings: MonitoringSettings, notice: string): string {
  return `# ${notice}\n${stringify({ groups: prometheusGroups(file, settings) }, { lineWidth: 0, aliasDuplicateObjects: false })}`;
}
