import { assertValues } from "../../kubernetes/add-ons/helm-release/values-check.ts";
import keys from "./data/kube-prometheus-stack.generated.json" with { type: "json" };
import { STACK } from "./names.ts";
import { TOLERATIONS } from "./pods.ts";
import type { KubernetesRecord } from "./record.ts";
import { resourcesOf } from "./sizes.ts";
import { alertingValues } from "./values-alerting.ts";
import { exporterValues } from "./values-exporters.ts";
import { grafanaValues } from "./values-grafana.ts";
import { prometheusValues } from "./values-prometheus.ts";

/** Values of the chart, checked against the keys and types that its pinned version has. */
export function stackValues(record: KubernetesRecord): Record<string, unknown> {
  const values = uncheckedValues(record);
  assertValues(keys as Parameters<typeof assertValues>[0], values);
  return values;
}

/** For the generator, which writes the keys. */
export function uncheckedValues(record: KubernetesRecord): Record<string, unknown> {
  return {
    fullnameOverride: STACK,
    // Types are a release of their own (pitfall 20).
    crds: { enabled: false },
    // Ours have owners, runbooks and dashboards; the chart's have none of them.
    defaultRules: { create: false },
    ...NO_CONTROL_PLANE,
    ...operatorValues(record),
    ...prometheusValues(record),
    ...alertingValues(record),
    ...exporterValues(record),
    ...grafanaValues(record),
  };
}

/**
 * Pitfall 28: on EKS nobody can scrape them, and the chart's alerts then say for ever that they are down. API server and
 * DNS are left out too: no rule reads their tens of thousands of series.
 */
const NO_CONTROL_PLANE = {
  kubeApiServer: { enabled: false },
  kubeControllerManager: { enabled: false },
  kubeScheduler: { enabled: false },
  kubeEtcd: { enabled: false },
  kubeProxy: { enabled: false },
  coreDns: { enabled: false },
} as const;

/** Without its webhooks: rules are checked by promtool before they are committed, and a webhook that is down blocks deploys. */
function operatorValues({ priorityClass }: KubernetesRecord) {
  return {
    prometheusOperator: {
      admissionWebhooks: { enabled: false },
      tls: { enabled: false },
      serviceMonitor: { selfMonitor: false },
      resources: resourcesOf("operator"),
      tolerations: TOLERATIONS,
      priorityClassName: priorityClass,
    },
  };
}
