/** Who is told, and how. Secrets by name only: the secret store's name, mounted as a file beside Alertmanager. */
export interface AlertingArgs {
  /** By owner, as in the plan's tags. Owners without an entry go to `fallback`. */
  readonly receivers: Readonly<Record<string, ReceiverArgs>>;
  /** Key of `receivers` that gets what nobody else does. */
  readonly fallback: string;
  /** What is called every minute while alerting works, and raises the alarm itself when the calls stop. */
  readonly deadMansSwitch: WebhookArgs | null;
  /** Mail server; needed where a receiver has email. */
  readonly smtp?: SmtpArgs;
}

export interface ReceiverArgs {
  /** Where severity `page` goes: something that wakes. At least one. */
  readonly page: readonly ChannelArgs[];
  /** Where `ticket` and, gathered, `info` go. At least one. */
  readonly ticket: readonly ChannelArgs[];
}

export type ChannelArgs = SlackArgs | PagerDutyArgs | WebhookArgs | EmailArgs;

export interface SlackArgs {
  readonly kind: "slack";
  /** With its `#`. */
  readonly channel: string;
  readonly urlSecret: string;
}

export interface PagerDutyArgs {
  readonly kind: "pagerduty";
  /** Integration key of Events API v2. */
  readonly routingKeySecret: string;
}

/** A plain URL with a bearer token, or a URL that is itself the secret (Alertmanager 0.26 and later). */
export type WebhookArgs =
  | { readonly kind: "webhook"; readonly url: string; readonly tokenSecret: string }
  | { readonly kind: "webhook"; readonly urlSecret: string };

export interface EmailArgs {
  readonly kind: "email";
  readonly to: string;
}

export interface SmtpArgs {
  /** `host:port`; TLS is required. */
  readonly smarthost: string;
  readonly from: string;
  readonly username: string;
  readonly passwordSecret: string;
}
