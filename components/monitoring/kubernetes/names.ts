import { MONITORING_NAMESPACE } from "@pyairtable/kubernetes-facts";

/** The namespace that services' policies let in. */
export const NAMESPACE = MONITORING_NAMESPACE;
/** Node exporter needs the host, which the other refuses. */
export const NODE_NAMESPACE = "monitoring-nodes";
/** Start of the names of what the chart makes. */
export const STACK = "stack";

/** Value of `app.kubernetes.io/name` of each workload's pods. */
export const WORKLOADS = {
  operator: "kube-prometheus-stack-prometheus-operator",
  prometheus: "prometheus",
  alertmanager: "alertmanager",
  kubeStateMetrics: "kube-state-metrics",
  grafana: "grafana",
  jaeger: "jaeger",
  collector: "collector",
  blackbox: "blackbox-exporter",
} as const;

/** Secrets of the namespace. */
export const SECRETS = { receivers: "alertmanager-receivers", grafana: "grafana-admin" } as const;

/** What Grafana's sidecar looks for. */
export const DASHBOARD_LABEL = "grafana_dashboard";

export const urlOf = (service: string, port: number) => `http://${service}.${NAMESPACE}.svc:${port}`;
