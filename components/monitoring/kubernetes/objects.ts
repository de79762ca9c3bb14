import type { ConfigMapArgs } from "@pulumi/kubernetes/core/v1/configMap.js";
import type { StorageClassArgs } from "@pulumi/kubernetes/storage/v1/storageClass.js";
import { prometheusGroups, ruleFiles, secretFiles } from "@pyairtable/monitoring";
import { settingsOf } from "@pyairtable/monitoring/plan";
import type { CustomObject } from "../../kubernetes/shared/index.ts";
import { objectLabels } from "../../kubernetes/shared/index.ts";
import { PORTS } from "../config/ports.ts";
import { DASHBOARD_LABEL, NAMESPACE, SECRETS } from "./names.ts";
import { metadataOf } from "./pods.ts";
import { type KubernetesRecord, STORAGE_CLASS } from "./record.ts";

const PROBE_MODULE = "http_2xx";

/** One PrometheusRule a file of rules. */
export function ruleObjects({ plan, monitoring }: KubernetesRecord): readonly CustomObject[] {
  const settings = settingsOf(monitoring);
  return ruleFiles(plan, settings).map((file) => ({
    apiVersion: "monitoring.coreos.com/v1",
    kind: "PrometheusRule",
    metadata: metadataOf(plan, file.name),
    spec: { groups: prometheusGroups(file, settings) },
  }));
}

/** All pages in one object: together they are a seventh of what a ConfigMap holds. */
export function dashboardsMap({ plan, dashboards }: KubernetesRecord): ConfigMapArgs {
  const metadata = metadataOf(plan, "dashboards");
  return {
    metadata: { ...metadata, labels: { ...metadata.labels, [DASHBOARD_LABEL]: "1" } },
    data: Object.fromEntries(
      Object.entries(dashboards).map(([name, json]) => [`${name}.json`, JSON.stringify(JSON.parse(json))]),
    ),
  };
}

/** Probes of every health endpoint, by the names that other services use; the service is the first word of the name. */
export function healthProbe({ plan, monitoring }: KubernetesRecord): CustomObject {
  const here = plan.services.filter(({ kubernetes }) => kubernetes !== null);
  return {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "Probe",
    metadata: metadataOf(plan, "health"),
    spec: {
      jobName: "health",
      interval: `${monitoring.scrapeIntervalSeconds}s`,
      module: PROBE_MODULE,
      prober: { url: `blackbox-exporter.${NAMESPACE}.svc:${PORTS.blackbox}` },
      targets: {
        staticConfig: {
          static: here.map(({ kubernetes, port, healthPath }) => `http://${kubernetes!.dnsName}:${port}${healthPath}`),
          relabelingConfigs: [
            {
              sourceLabels: ["__param_target"],
              regex: "http://([^.]+)\\..*",
              targetLabel: "service",
              replacement: "$1",
            },
          ],
        },
      },
    },
  };
}

/** Secrets that the store keeps; none where they are made by someone else. */
export function externalSecrets(record: KubernetesRecord): readonly CustomObject[] {
  const { plan, monitoring, secretStore } = record;
  if (secretStore === null) return [];
  const files = secretFiles(monitoring.alerting);
  const object = (name: string, data: object[], template: object | null): CustomObject => ({
    apiVersion: "external-secrets.io/v1",
    kind: "ExternalSecret",
    metadata: metadataOf(plan, name),
    spec: {
      refreshInterval: "1h",
      secretStoreRef: { kind: "ClusterSecretStore", name: secretStore },
      // Retained: a store that is away must not silence Alertmanager.
      target: { name, creationPolicy: "Owner", deletionPolicy: "Retain", ...(template === null ? {} : { template }) },
      data,
    },
  });
  const receivers = files.map(({ secretName, path }) => ({
    secretKey: path.slice(path.lastIndexOf("/") + 1),
    remoteRef: { key: secretName },
  }));
  const password = { secretKey: "password", remoteRef: { key: monitoring.grafana.adminSecretName } };
  const account = { data: { username: "admin", password: "{{ .password }}" } };
  return [
    object(SECRETS.receivers, receivers, null),
    ...(monitoring.grafana.enabled ? [object(SECRETS.grafana, [password], account)] : []),
  ];
}

/** Encrypted gp3; kept after a claim is gone, since two weeks of samples cannot be made again. */
export function storageClass({ plan }: KubernetesRecord): StorageClassArgs {
  return {
    metadata: { name: STORAGE_CLASS, labels: objectLabels({ name: STORAGE_CLASS, tags: plan.tags }) },
    provisioner: "ebs.csi.aws.com",
    parameters: { type: "gp3", encrypted: "true" },
    reclaimPolicy: plan.production ? "Retain" : "Delete",
    volumeBindingMode: "WaitForFirstConsumer",
    allowVolumeExpansion: true,
  };
}
