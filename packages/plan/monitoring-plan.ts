/** How the platform is watched, in plain values. */
export interface MonitoringPlan {
  /**
   * Metrics of services on ECS. `fargate`: Prometheus in a task of ours, its samples on EFS. `managed`: Amazon Managed
   * Service for Prometheus, fed by a collector. `off`: CloudWatch alone.
   */
  readonly prometheus: "fargate" | "managed" | "off";
  /** kube-prometheus-stack, Jaeger and the collector on the cluster; `off` where there is none or its owner has his own. */
  readonly kubernetes: "stack" | "off";
  readonly why: string;
  /** Seconds between scrapes of a target and evaluations of a rule, 10 to 60. */
  readonly scrapeIntervalSeconds: number;
  /** At the most replicas; what a managed Prometheus is paid by. */
  readonly samplesPerSecond: number;
  /** Days that samples are kept. */
  readonly retentionDays: number;
  /** GiB of the volume under Prometheus. */
  readonly volumeGiB: number;
  /** `--storage.tsdb.retention.size`: what of the volume samples may fill. */
  readonly retentionSizeMiB: number;
  /** Most time series that one service may have. */
  readonly seriesPerServiceMax: number;
  /** Routes (or queues) reported apart, where a service has not the usual number. */
  readonly routes: Readonly<Record<string, number>>;
  readonly externalLabels: Readonly<Record<string, string>>;
  readonly runbookBaseUrl: string;
  /** Where people open Grafana; alerts link to it. */
  readonly grafanaUrl: string;
  /** What runs Prometheus, Alertmanager, collector and exporters: on demand, one task or pod. */
  readonly metricsTask: MonitoringTaskPlan;
  /** What runs Grafana and Jaeger: on Spot, since all of it is read again from elsewhere. */
  readonly viewsTask: MonitoringTaskPlan;
  /** What the pods of `kubernetes: "stack"` ask for, together; null where there are none. */
  readonly clusterPods: ClusterPodsPlan | null;
  /** Grafana with the generated dashboards. */
  readonly grafana: { readonly enabled: boolean; readonly adminSecretName: string };
  readonly tracing: TracingPlan | null;
  /** Blackbox probes of every health endpoint. */
  readonly probes: { readonly enabled: boolean };
  /** CIDR blocks whose people may open Grafana, Jaeger, Prometheus and Alertmanager. Never the internet. */
  readonly viewerCidrs: readonly string[];
  readonly alerting: AlertingPlan;
  readonly alarms: AlarmsPlan;
  readonly logs: LogsPlan;
}

export interface MonitoringTaskPlan {
  readonly cpuUnits: number;
  readonly memoryMiB: number;
  readonly spot: boolean;
  readonly why: string;
}

export interface ClusterPodsPlan {
  readonly cpuMillicores: number;
  readonly memoryMiB: number;
  /** Of their volumes, GiB. */
  readonly volumesGiB: number;
}

export interface TracingPlan {
  /** Share of ordinary traces kept, 0 to 1; those with an error or slower than `slowMs` are kept always. */
  readonly sampleShare: number;
  readonly slowMs: number;
  /** Seconds until a trace is judged: longer than the slowest request. */
  readonly decisionSeconds: number;
  /** Traces that Jaeger holds in memory; the oldest go first. */
  readonly tracesKept: number;
}

/** CloudWatch's own alarms: they work while Prometheus does not. */
export interface AlarmsPlan {
  /** Addresses that the topic of all alarms writes to; each must confirm. */
  readonly emails: readonly string[];
  /** Two composite alarms over those of critical services, 0.50 USD each. */
  readonly composite: boolean;
  /** One dashboard of load balancer and ECS; the first three of an account are free. */
  readonly dashboard: boolean;
  /** The public address asked from outside, 1.60 USD a month; null: nobody asks. */
  readonly canary: CanaryPlan | null;
}

export interface CanaryPlan {
  /** Of the edge's domain; answers without a login, e.g. `/healthz`. */
  readonly path: string;
}

/** What of the services' lines is kept. */
export interface LogsPlan {
  /** Infrequent access halves the price of a GB in, and takes no metric filters. */
  readonly groupClass: "STANDARD" | "INFREQUENT_ACCESS";
  /** Lines of health checks are not written. */
  readonly dropHealthChecks: boolean;
  /** Share of lines at level info that is written, 0 to 1; warnings and errors always are. */
  readonly infoShare: number;
  /** Patterns counted as metrics; only in class STANDARD, 0.30 USD a metric and month. */
  readonly metricFilters: readonly LogMetricFilterPlan[];
}

export interface LogMetricFilterPlan {
  /** Of the metric, in the namespace `<project>/<environment>`. */
  readonly name: string;
  /** In CloudWatch's syntax, e.g. `{ $.level = "fatal" }`. */
  readonly pattern: string;
  readonly services: readonly string[];
}

/** Who is told: channels by owner, secrets by name. The same form as `AlertingArgs` of packages/monitoring. */
export interface AlertingPlan {
  readonly receivers: Readonly<Record<string, ReceiverPlan>>;
  readonly fallback: string;
  readonly deadMansSwitch: WebhookPlan | null;
  readonly smtp?: {
    readonly smarthost: string;
    readonly from: string;
    readonly username: string;
    readonly passwordSecret: string;
  };
}

export interface ReceiverPlan {
  readonly page: readonly ChannelPlan[];
  readonly ticket: readonly ChannelPlan[];
}

export type WebhookPlan =
  | { readonly kind: "webhook"; readonly url: string; readonly tokenSecret: string }
  | { readonly kind: "webhook"; readonly urlSecret: string };

export type ChannelPlan =
  | { readonly kind: "slack"; readonly channel: string; readonly urlSecret: string }
  | { readonly kind: "pagerduty"; readonly routingKeySecret: string }
  | { readonly kind: "email"; readonly to: string }
  | WebhookPlan;

/** Addresses of what watches a half of the stack; what is missing is not there. */
export interface MonitoringDoors {
  readonly grafana?: string;
  readonly prometheus?: string;
  readonly alertmanager?: string;
  readonly jaeger?: string;
  /** OTLP over HTTP, for services. */
  readonly collector?: string;
}
