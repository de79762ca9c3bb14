import { alertmanagerConfig, SECRETS_FOLDER } from "@pyairtable/monitoring";
import { PORTS } from "../config/ports.ts";
import { SECRETS, urlOf } from "./names.ts";
import { notOnSpot, TOLERATIONS } from "./pods.ts";
import type { KubernetesRecord } from "./record.ts";
import { resourcesOf, VOLUMES_GIB } from "./sizes.ts";
import { claim } from "./values-prometheus.ts";

/** Alertmanager with the plan's routes; its secrets are files of one mounted Secret. */
export function alertingValues(record: KubernetesRecord) {
  const { alerting } = record.monitoring;
  // The operator mounts a Secret in a folder of its name.
  const folder = `${SECRETS_FOLDER}/${SECRETS.receivers}`;
  const config = JSON.parse(
    JSON.stringify(alertmanagerConfig(alerting)).replaceAll(`${SECRETS_FOLDER}/`, `${folder}/`),
  );
  return {
    alertmanager: {
      config: config as Record<string, unknown>,
      serviceMonitor: { interval: `${record.monitoring.scrapeIntervalSeconds}s` },
      alertmanagerSpec: {
        replicas: 1,
        secrets: [SECRETS.receivers],
        externalUrl: urlOf("alertmanager-operated", PORTS.alertmanager),
        storage: { volumeClaimTemplate: { spec: claim(record, VOLUMES_GIB.alertmanager) } },
        resources: resourcesOf("alertmanager"),
        affinity: notOnSpot(record.plan),
        tolerations: TOLERATIONS,
        priorityClassName: record.priorityClass,
      },
    },
  };
}
