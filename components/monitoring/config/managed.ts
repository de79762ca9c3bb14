import {
  type AlertmanagerConfig,
  alertmanagerConfig,
  jobOf,
  type PrometheusRuleGroup,
  prometheusGroups,
  ruleFiles,
} from "@pyairtable/monitoring";
import { settingsOf } from "@pyairtable/monitoring/plan";
import type { MonitoringPlan, Plan } from "@pyairtable/plan";

type AlertReceiver = AlertmanagerConfig["receivers"][number];

/** Jobs that nobody scrapes where AWS runs Prometheus and Alertmanager; rules must not miss them. */
const NOT_SCRAPED: ReadonlySet<string> = new Set([jobOf("prometheus"), jobOf("alertmanager")]);

/** All rules as one namespace of groups. */
export function managedGroups(plan: Plan, monitoring: MonitoringPlan): readonly PrometheusRuleGroup[] {
  const settings = settingsOf(monitoring);
  return ruleFiles(plan, settings)
    .flatMap((file) => prometheusGroups(file, settings))
    .map((group) => ({
      ...group,
      rules: group.rules.filter(({ record, labels }) => record === undefined || !NOT_SCRAPED.has(labels?.job ?? "")),
    }));
}

/**
 * The same routes, but every receiver is the topic, with owner and severity as attributes for filters of subscriptions:
 * the managed Alertmanager knows no Slack. The dead man's switch has no channel: who watches is the alarm on the collector.
 */
export function managedAlerting(
  { alerting }: MonitoringPlan,
  { topicArn, region }: { readonly topicArn: string; readonly region: string },
): Record<string, unknown> {
  const { route, inhibit_rules, receivers } = alertmanagerConfig({ ...alerting, deadMansSwitch: null });
  return {
    route,
    inhibit_rules,
    receivers: receivers.map((receiver) =>
      hasChannel(receiver) ? toTopic(receiver.name, topicArn, region) : receiver,
    ),
  };
}

const hasChannel = (receiver: AlertReceiver) => Object.keys(receiver).length > 1;

function toTopic(name: string, topicArn: string, region: string): AlertReceiver {
  return {
    name,
    sns_configs: [
      {
        topic_arn: topicArn,
        sigv4: { region },
        subject: "[{{ .CommonLabels.severity }}] {{ .CommonAnnotations.summary }}",
        message:
          "{{ range .Alerts }}{{ .Annotations.description }}\nRunbook: {{ .Annotations.runbook_url }}\n{{ end }}",
        attributes: { receiver: name, severity: "{{ .CommonLabels.severity }}" },
      },
    ],
  };
}
