import { dataSources } from "../config/grafana.ts";
import { PORTS } from "../config/ports.ts";
import { DASHBOARD_LABEL, NAMESPACE, SECRETS, urlOf } from "./names.ts";
import type { KubernetesRecord } from "./record.ts";
import { resourcesOf } from "./sizes.ts";

/** Grafana with our pages and sources only, in its own namespace, its password from a Secret. */
export function grafanaValues({ monitoring, priorityClass }: KubernetesRecord) {
  const { grafana, tracing, grafanaUrl } = monitoring;
  const jaeger =
    tracing === null ? [] : dataSources({ ...NO_SOURCES, jaegerUrl: urlOf("jaeger", PORTS.jaeger) }).slice(1);
  return {
    grafana: {
      enabled: grafana.enabled,
      defaultDashboardsEnabled: false,
      admin: { existingSecret: SECRETS.grafana, userKey: "username", passwordKey: "password" },
      additionalDataSources: jaeger,
      rbac: { namespaced: true },
      // They would run as root, or are for the chart's own tests.
      initChownData: { enabled: false },
      testFramework: { enabled: false },
      sidecar: {
        dashboards: { enabled: true, label: DASHBOARD_LABEL, labelValue: "1", searchNamespace: NAMESPACE },
        datasources: { enabled: true, defaultDatasourceEnabled: true, uid: "prometheus" },
        resources: resourcesOf("grafana-sidecar"),
      },
      serviceMonitor: { enabled: false },
      resources: resourcesOf("grafana"),
      priorityClassName: priorityClass,
      "grafana.ini": {
        analytics: { check_for_updates: false, reporting_enabled: false },
        "auth.anonymous": { enabled: false },
        log: { mode: "console", level: "warn" },
        security: { disable_gravatar: true },
        server: { root_url: grafanaUrl },
        snapshots: { external_enabled: false },
        users: { allow_sign_up: false },
      },
    },
  };
}

const NO_SOURCES = { prometheusUrl: "", signedFor: null, alertmanagerUrl: null } as const;
