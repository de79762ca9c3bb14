import { PROMETHEUS_TYPES, prometheusOf } from "../read/monitoring/prometheus.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { amount } from "../settings.ts";

const WORKSPACE = "aws:amp/workspaceConfiguration:WorkspaceConfiguration";

export const prometheusRetentionMinimum = resourceRule({
  id: "prometheus-retention-minimum",
  title: "Prometheus keeps samples for as long as the usage baseline looks back.",
  severity: "high",
  remediation: "Raise `monitoring.retentionDays`; two weeks of usage need 15 days, error budgets 31.",
  controls: ["wa:reliability", "wa:cost"],
  config: { minDays: amount(15, "Fewest days that samples are kept") },
  types: [...PROMETHEUS_TYPES, WORKSPACE],
  *check({ type, props }, { minDays }): Iterable<Finding> {
    const settings = type === WORKSPACE ? managed(props) : prometheusOf(type, props);
    if (settings === undefined) return;
    const got = settings.retentionDays;
    if (got !== null && got >= minDays) return;
    yield { what: "retention of samples", got, wanted: `at least ${minDays} days`, fix: "Raise retentionDays." };
  },
});

const managed = (props: object) => ({
  retentionDays: (props as { readonly retentionPeriodInDays?: number }).retentionPeriodInDays ?? null,
});
