import type { MonitoringPlan, Plan, TracingPlan } from "@pyairtable/plan";
import { PORTS } from "./ports.ts";
import { scrapeConfigs } from "./scrape.ts";

/** Batches of some hundred spans that wait for Jaeger: hours at what tail sampling lets through. */
const QUEUE_BATCHES = 5000;
/** Of its container: the rest is for what the limiter does not see. */
const MEMORY_SHARE = 0.8;

export interface CollectorArgs {
  readonly clusterName: string;
  readonly region: string;
  /** `host:port` of Jaeger's OTLP; null without traces. */
  readonly jaegerEndpoint: string | null;
  /** Where samples are written to; null where Prometheus scrapes itself. */
  readonly remoteWriteUrl: string | null;
  /** A folder that outlives the task; null: the queue is in memory. */
  readonly queueFolder: string | null;
  /** Of its container. */
  readonly memoryMiB: number;
  /** Where found targets are written, in a folder that is there. */
  readonly targetsFile: string;
}

/** Configuration of the OpenTelemetry collector on ECS: finds tasks, judges whole traces, writes samples by choice. */
export function collectorConfig(plan: Plan, monitoring: MonitoringPlan, args: CollectorArgs): Record<string, unknown> {
  const tracing = args.jaegerEndpoint === null ? null : monitoring.tracing;
  const remote = args.remoteWriteUrl;
  return {
    extensions: {
      health_check: { endpoint: "0.0.0.0:13133" },
      ecs_observer: observer(plan, args),
      ...(tracing === null || args.queueFolder === null
        ? {}
        : { file_storage: { directory: args.queueFolder, create_directory: true } }),
      ...(remote === null ? {} : { sigv4auth: { region: args.region, service: "aps" } }),
    },
    receivers: {
      ...otlpReceiver(tracing === null ? "localhost" : "0.0.0.0"),
      ...(remote === null ? {} : { prometheus: { config: escaped(remoteScrape(plan, monitoring, args.targetsFile)) } }),
    },
    processors: {
      memory_limiter: {
        check_interval: "1s",
        limit_mib: Math.floor(args.memoryMiB * MEMORY_SHARE),
        spike_limit_mib: 64,
      },
      batch: {},
      ...(tracing === null ? {} : { tail_sampling: tailSampling(tracing) }),
    },
    exporters: {
      ...(tracing === null ? { debug: {} } : { otlp_grpc: jaegerExporter(args) }),
      ...(remote === null
        ? {}
        : {
            prometheus_remote_write: {
              endpoint: remote,
              auth: { authenticator: "sigv4auth" },
              external_labels: monitoring.externalLabels,
            },
          }),
    },
    service: {
      extensions: [
        "health_check",
        "ecs_observer",
        ...(tracing === null || args.queueFolder === null ? [] : ["file_storage"]),
        ...(remote === null ? [] : ["sigv4auth"]),
      ],
      pipelines: pipelines(tracing !== null, remote !== null),
      telemetry: { logs: { level: "warn" } },
    },
  };
}

/** Errors and slow traces always, a share of the rest. A decision sees the whole trace, so it waits for it. */
export function tailSampling({
  sampleShare,
  slowMs,
  decisionSeconds,
  tracesKept,
}: TracingPlan): Record<string, unknown> {
  return {
    decision_wait: `${decisionSeconds}s`,
    num_traces: tracesKept,
    // Spans that come after the decision follow it.
    decision_cache: { sampled_cache_size: 2 * tracesKept, non_sampled_cache_size: 2 * tracesKept },
    policies: [
      { name: "errors", type: "status_code", status_code: { status_codes: ["ERROR"] } },
      { name: "slow", type: "latency", latency: { threshold_ms: slowMs } },
      { name: "share", type: "probabilistic", probabilistic: { sampling_percentage: sampleShare * 100 } },
    ],
  };
}

export const otlpReceiver = (host: string) => ({
  otlp: {
    protocols: {
      grpc: { endpoint: `${host}:${PORTS.otlpGrpc}` },
      http: { endpoint: `${host}:${PORTS.otlpHttp}` },
    },
  },
});

/** Tasks of the plan's services by the ports of their main containers. */
function observer(plan: Plan, { clusterName, region, targetsFile }: CollectorArgs): Record<string, unknown> {
  const services = plan.services.filter(({ runtime }) => runtime === "ecs");
  return {
    cluster_name: clusterName,
    cluster_region: region,
    refresh_interval: "30s",
    result_file: targetsFile,
    services: services.map(({ name, port }) => ({
      name_pattern: `^${name}$`,
      container_name_pattern: `^${name}$`,
      metrics_ports: [port],
    })),
  };
}

/** Waits on disk while Jaeger is away: it runs on Spot. */
function jaegerExporter({ jaegerEndpoint, queueFolder }: CollectorArgs): Record<string, unknown> {
  return {
    endpoint: jaegerEndpoint,
    tls: { insecure: true },
    retry_on_failure: { enabled: true, initial_interval: "5s", max_interval: "30s", max_elapsed_time: "30m" },
    sending_queue: {
      enabled: true,
      num_consumers: 2,
      queue_size: QUEUE_BATCHES,
      ...(queueFolder === null ? {} : { storage: "file_storage" }),
    },
  };
}

function remoteScrape(plan: Plan, monitoring: MonitoringPlan, targetsFile: string): Record<string, unknown> {
  return {
    global: { scrape_interval: `${monitoring.scrapeIntervalSeconds}s` },
    scrape_configs: scrapeConfigs(plan, monitoring, { targetsFile, watchesItself: false }),
  };
}

/** A collector needs a pipeline to start, so without tracing one is there that nothing reaches. */
function pipelines(traces: boolean, metrics: boolean): Record<string, unknown> {
  return {
    traces: traces
      ? { receivers: ["otlp"], processors: ["memory_limiter", "tail_sampling", "batch"], exporters: ["otlp_grpc"] }
      : { receivers: ["otlp"], exporters: ["debug"] },
    ...(metrics
      ? {
          metrics: {
            receivers: ["prometheus"],
            processors: ["memory_limiter", "batch"],
            exporters: ["prometheus_remote_write"],
          },
        }
      : {}),
  };
}

/** The collector reads `$x` as a variable; Prometheus means the group of a match. */
function escaped<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll("$", "$$$$")) as T;
}
