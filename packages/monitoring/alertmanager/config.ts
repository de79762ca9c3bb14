import { WATCHDOG } from "../alerts/monitoring.ts";
import type { AlertingArgs, ChannelArgs, SmtpArgs } from "./args.ts";
import { INHIBITIONS, type InhibitRule } from "./inhibitions.ts";
import { secretPath } from "./secrets.ts";

/** Alertmanager's configuration, as plain as its YAML. */
export interface AlertmanagerConfig {
  readonly global: Readonly<Record<string, unknown>>;
  readonly route: AlertRoute;
  readonly inhibit_rules: readonly InhibitRule[];
  readonly receivers: readonly AlertReceiver[];
}

export interface AlertRoute {
  readonly receiver: string;
  readonly matchers?: readonly string[];
  readonly group_by?: readonly string[];
  readonly group_wait?: string;
  readonly group_interval?: string;
  readonly repeat_interval?: string;
  readonly routes?: readonly AlertRoute[];
}

export type AlertReceiver = { readonly name: string } & Readonly<Record<string, unknown>>;

export const DEAD_MANS_SWITCH = "dead-mans-switch";
/** Without a switch the watchdog goes nowhere; a receiver without channels is allowed. */
const NOWHERE = "nowhere";
export const receiverName = (owner: string, how: "page" | "ticket") => `${owner}-${how}`;

/** Routes by owner, then severity; grouping by alert and service. Check the args first (`checkAlerting`). */
export function alertmanagerConfig(args: AlertingArgs): AlertmanagerConfig {
  const owners = Object.keys(args.receivers).sort();
  return {
    global: { resolve_timeout: "5m", ...(args.smtp === undefined ? {} : smtpSettings(args.smtp)) },
    route: {
      receiver: receiverName(args.fallback, "ticket"),
      group_by: ["alertname", "service"],
      group_wait: "30s",
      group_interval: "5m",
      repeat_interval: "12h",
      routes: [
        watchdogRoute(args),
        ...owners.map((owner) => ({
          matchers: [`owner="${owner}"`],
          receiver: receiverName(owner, "ticket"),
          routes: severityRoutes(owner),
        })),
        ...severityRoutes(args.fallback),
      ],
    },
    inhibit_rules: INHIBITIONS,
    receivers: [
      args.deadMansSwitch === null
        ? { name: NOWHERE }
        : { name: DEAD_MANS_SWITCH, ...channelSettings([args.deadMansSwitch], false) },
      ...owners.flatMap((owner) =>
        (["page", "ticket"] as const).map((how) => ({
          name: receiverName(owner, how),
          ...channelSettings(args.receivers[owner]![how], true),
        })),
      ),
    ],
  };
}

/** Every minute, so that its absence is noticed within a few. */
function watchdogRoute({ deadMansSwitch }: AlertingArgs): AlertRoute {
  return {
    matchers: [`alertname="${WATCHDOG}"`],
    receiver: deadMansSwitch === null ? NOWHERE : DEAD_MANS_SWITCH,
    group_wait: "0s",
    group_interval: "1m",
    repeat_interval: "1m",
  };
}

function severityRoutes(owner: string): AlertRoute[] {
  return [
    {
      matchers: ['severity="page"'],
      receiver: receiverName(owner, "page"),
      group_wait: "10s",
      repeat_interval: "1h",
    },
    {
      matchers: ['severity="info"'],
      receiver: receiverName(owner, "ticket"),
      group_by: ["owner"],
      group_wait: "1h",
      group_interval: "1d",
      repeat_interval: "1w",
    },
  ];
}

function channelSettings(channels: readonly ChannelArgs[], sendResolved: boolean): Record<string, unknown[]> {
  const settings: Record<string, unknown[]> = {};
  for (const channel of channels) {
    const [key, value] = channelSetting(channel);
    settings[key] = [...(settings[key] ?? []), { send_resolved: sendResolved, ...value }];
  }
  return settings;
}

function channelSetting(channel: ChannelArgs): [key: string, value: Record<string, unknown>] {
  switch (channel.kind) {
    case "slack":
      return [
        "slack_configs",
        { channel: channel.channel, api_url_file: secretPath(channel.urlSecret), title: TITLE, text: TEXT },
      ];
    case "pagerduty":
      return ["pagerduty_configs", { routing_key_file: secretPath(channel.routingKeySecret), description: TITLE }];
    case "webhook":
      if ("urlSecret" in channel) return ["webhook_configs", { url_file: secretPath(channel.urlSecret) }];
      return [
        "webhook_configs",
        {
          url: channel.url,
          http_config: { authorization: { type: "Bearer", credentials_file: secretPath(channel.tokenSecret) } },
        },
      ];
    case "email":
      return ["email_configs", { to: channel.to, headers: { Subject: TITLE } }];
  }
}

function smtpSettings({ smarthost, from, username, passwordSecret }: SmtpArgs): Record<string, unknown> {
  return {
    smtp_smarthost: smarthost,
    smtp_from: from,
    smtp_auth_username: username,
    smtp_auth_password_file: secretPath(passwordSecret),
    smtp_require_tls: true,
  };
}

const TITLE =
  "[{{ .CommonLabels.severity }}] {{ .CommonAnnotations.summary }} ({{ .Status }}, {{ .CommonLabels.environment }})";
const TEXT =
  "{{ range .Alerts }}{{ .Annotations.description }}\nRunbook: {{ .Annotations.runbook_url }}\nDashboard: {{ .Annotations.dashboard_url }}\n{{ end }}";
