import type { MonitoringPlan } from "@pyairtable/plan";
import { PORTS } from "./ports.ts";

/** Where Grafana's disk is. */
export const GRAFANA_DATA = "/var/lib/grafana";
export const GRAFANA_CONFIG = `${GRAFANA_DATA}/provisioned`;

export interface GrafanaSources {
  readonly prometheusUrl: string;
  /** Requests are signed for this region; null for a Prometheus of ours. */
  readonly signedFor: string | null;
  readonly alertmanagerUrl: string | null;
  readonly jaegerUrl: string | null;
}

/** Data sources and dashboards as files; people change neither by hand. uids are those that dashboards name. */
export function grafanaFiles(
  sources: GrafanaSources,
  dashboards: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    "datasources/sources.yaml": JSON.stringify({ apiVersion: 1, datasources: dataSources(sources) }),
    "dashboards/provider.yaml": JSON.stringify({
      apiVersion: 1,
      providers: [
        {
          name: "pyairtable",
          type: "file",
          allowUiUpdates: false,
          disableDeletion: false,
          options: { path: `${GRAFANA_CONFIG}/pages` },
        },
      ],
    }),
    ...Object.fromEntries(
      // Parsed and written again: the files are indented for review, and a container's variables have little room.
      Object.entries(dashboards).map(([name, json]) => [`pages/${name}.json`, JSON.stringify(JSON.parse(json))]),
    ),
  };
}

export function dataSources(sources: GrafanaSources): readonly Record<string, unknown>[] {
  const source = (uid: string, name: string, type: string, url: string, more: object = {}) => ({
    uid,
    name,
    type,
    url,
    access: "proxy",
    editable: false,
    ...more,
  });
  const signed =
    sources.signedFor === null ? {} : { sigV4Auth: true, sigV4AuthType: "default", sigV4Region: sources.signedFor };
  return [
    source("prometheus", "Prometheus", "prometheus", sources.prometheusUrl, {
      isDefault: true,
      jsonData: { httpMethod: "POST", ...signed },
    }),
    ...(sources.alertmanagerUrl === null
      ? []
      : [
          source("alertmanager", "Alertmanager", "alertmanager", sources.alertmanagerUrl, {
            jsonData: { implementation: "prometheus" },
          }),
        ]),
    ...(sources.jaegerUrl === null ? [] : [source("jaeger", "Jaeger", "jaeger", sources.jaegerUrl)]),
  ];
}

/** Signed in people only, nothing phoned home, one process on one disk. */
export function grafanaVariables({ grafanaUrl, prometheus }: MonitoringPlan): Record<string, string> {
  return {
    GF_ANALYTICS_CHECK_FOR_UPDATES: "false",
    GF_ANALYTICS_REPORTING_ENABLED: "false",
    GF_AUTH_ANONYMOUS_ENABLED: "false",
    GF_LOG_MODE: "console",
    GF_LOG_LEVEL: "warn",
    GF_PATHS_DATA: GRAFANA_DATA,
    GF_PATHS_PROVISIONING: GRAFANA_CONFIG,
    GF_PLUGINS_PREINSTALL_DISABLED: "true",
    GF_SECURITY_DISABLE_GRAVATAR: "true",
    GF_SERVER_HTTP_PORT: String(PORTS.grafana),
    GF_SERVER_ROOT_URL: grafanaUrl,
    GF_SNAPSHOTS_EXTERNAL_ENABLED: "false",
    GF_USERS_ALLOW_SIGN_UP: "false",
    ...(prometheus === "managed" ? { GF_AUTH_SIGV4_AUTH_ENABLED: "true" } : {}),
  };
}
