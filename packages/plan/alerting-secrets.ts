import type { AlertingPlan, ChannelPlan, MonitoringPlan } from "./monitoring-plan.ts";

/** Names of the secrets of one channel. */
export function channelSecrets(channel: ChannelPlan): readonly string[] {
  switch (channel.kind) {
    case "slack":
      return [channel.urlSecret];
    case "pagerduty":
      return [channel.routingKeySecret];
    case "webhook":
      return ["urlSecret" in channel ? channel.urlSecret : channel.tokenSecret];
    case "email":
      return [];
  }
}

/** Names of every secret that alerting reads, each once, sorted. */
export function alertingSecrets({ receivers, deadMansSwitch, smtp }: AlertingPlan): readonly string[] {
  const channels = Object.values(receivers).flatMap(({ page, ticket }) => [...page, ...ticket]);
  const names = [
    ...channels.flatMap(channelSecrets),
    ...(deadMansSwitch === null ? [] : channelSecrets(deadMansSwitch)),
    ...(smtp === undefined ? [] : [smtp.passwordSecret]),
  ];
  return [...new Set(names)].sort();
}

/** … and that Grafana reads beside; `alerting`: whether an Alertmanager of ours does. */
export function monitoringSecretNames(
  { alerting, grafana }: Pick<MonitoringPlan, "alerting" | "grafana">,
  readers: { readonly alerting: boolean },
): readonly string[] {
  return [
    ...(readers.alerting ? alertingSecrets(alerting) : []),
    ...(grafana.enabled ? [grafana.adminSecretName] : []),
  ];
}
