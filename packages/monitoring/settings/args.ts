import type { Labels } from "@pyairtable/slo";

/** What a stack may say about monitoring beyond its plan. Plain values; every one has a default. */
export interface MonitoringArgs {
  /** Seconds between scrapes of a target and evaluations of a rule; 10 to 60. Default 30. */
  readonly scrapeIntervalSeconds?: number;
  /** Days that samples are kept: at least 15, and 30 for the error budgets. Default 31. */
  readonly retentionDays?: number;
  /** GiB of the volume under Prometheus. Default: computed from series, interval and retention. */
  readonly volumeGiB?: number | null;
  /** Most time series that one service may have at its largest. Default 10000. */
  readonly seriesPerServiceMax?: number;
  /** Routes (or queues) that a service reports apart, by service. Default 6. */
  readonly routes?: Readonly<Record<string, number>>;
  /** Labels on everything that leaves this Prometheus. Default: `environment`, `region`. */
  readonly externalLabels?: Labels;
  /** Labels that scraping puts on every target beside `service`. Default none. */
  readonly targetLabels?: readonly string[];
  /** Where the pages of docs/runbooks are read. */
  readonly runbookBaseUrl?: string;
  /** Where Grafana is, without trailing slash. Default `https://grafana.<domain of the edge>`. */
  readonly grafanaUrl?: string;
}

export interface MonitoringSettings {
  readonly scrapeIntervalSeconds: number;
  readonly retentionDays: number;
  readonly volumeGiB: number | null;
  readonly seriesPerServiceMax: number;
  readonly routes: Readonly<Record<string, number>>;
  readonly externalLabels: Labels;
  readonly targetLabels: readonly string[];
  readonly runbookBaseUrl: string;
  readonly grafanaUrl: string;
}
