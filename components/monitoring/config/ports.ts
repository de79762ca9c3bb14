/** Ports inside and between the tasks of monitoring. */
export const PORTS = {
  prometheus: 9090,
  alertmanager: 9093,
  otlpGrpc: 4317,
  otlpHttp: 4318,
  blackbox: 9115,
  cloudwatch: 5000,
  grafana: 3000,
  jaeger: 16686,
  /** The exporter beside each service. */
  ecsExporter: 9779,
} as const;

/** Paths on the disk of the metrics task. */
export const PATHS = {
  data: "/prometheus",
  config: "/prometheus/config",
  samples: "/prometheus/samples",
  alerts: "/prometheus/alertmanager",
  queue: "/prometheus/queue",
  targets: "/prometheus/targets/ecs.yaml",
} as const;
