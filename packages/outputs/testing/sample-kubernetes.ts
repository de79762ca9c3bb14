import { NAME_LABEL } from "@pyairtable/kubernetes-facts";
import type { KubernetesOutputs } from "../kubernetes/contract.ts";
import type { KubernetesServiceOutputs } from "../kubernetes/contract-service.ts";
import { KUBERNETES_CONTRACT_NAME, KUBERNETES_CONTRACT_VERSION } from "../kubernetes/version.ts";

/** A valid service of the Kubernetes contract; `name` shows up in every identifier. */
export function sampleKubernetesService(
  name: string,
  overrides: Partial<KubernetesServiceOutputs> = {},
): KubernetesServiceOutputs {
  const dnsName = `${name}.pyairtable-records.svc.cluster.local`;
  return {
    namespace: "pyairtable-records",
    dnsName,
    port: 8080,
    url: `http://${dnsName}:8080`,
    serviceAccount: name,
    selectorLabels: { [NAME_LABEL]: name },
    costCenter: "CC-1000",
    owner: "team-records",
    tier: "standard",
    monthlyUsd: 8.4,
    shadowUsd: 0,
    baselineUsd: 18.02,
    availability: 99.999,
    survivesSpotLoss: true,
    spotShare: 0.5,
    ...overrides,
  };
}

/** A small valid Kubernetes half: two services in one namespace of an EKS cluster. */
export function sampleKubernetes(): KubernetesOutputs {
  return {
    contract: { name: KUBERNETES_CONTRACT_NAME, version: KUBERNETES_CONTRACT_VERSION },
    environment: "dev",
    mode: "eks",
    cluster: {
      name: "pyairtable-dev",
      region: "us-east-1",
      endpoint: "https://0A1B2C3D.gr7.us-east-1.eks.amazonaws.com",
      oidcIssuerUrl: "https://oidc.eks.us-east-1.amazonaws.com/id/0A1B2C3D",
      context: null,
      version: "1.34",
    },
    namespaces: { "pyairtable-records": { domain: "records", owners: ["team-records"] } },
    services: {
      "record-service": sampleKubernetesService("record-service", { tier: "critical" }),
      "webhook-dispatcher": sampleKubernetesService("webhook-dispatcher", { availability: 99.998, spotShare: 1 }),
    },
    addOns: {
      keda: { enabled: true, version: "2.17.2", namespace: "keda" },
      "argo-cd": { enabled: false, version: null, namespace: null },
    },
    gitops: {
      labels: { environment: "dev", cluster_name: "pyairtable-dev", has_keda: "true" },
      annotations: { aws_region: "us-east-1", keda_namespace: "keda" },
    },
    monitoring: {
      monthlyUsd: 12.3,
      grafanaUrl: "https://grafana.dev.pyairtable.example",
      grafanaAddress: "http://views.monitoring.pyairtable-dev.internal:3000",
      prometheusUrl: "http://collector.monitoring.svc:9090",
      alertmanagerUrl: "http://collector.monitoring.svc:9093",
      jaegerUrl: "http://views.monitoring.pyairtable-dev.internal:16686",
      otlpUrl: "http://collector.monitoring.svc:4318",
      alarmTopicArn: null,
      scrapeIntervalSeconds: 30,
      retentionDays: 31,
    },
    cost: {
      currency: "USD",
      baselineUsd: 655.1,
      plannedUsd: 252.5,
      clusterUsd: 138.6,
      shadowUsd: 0,
      savedPercent: 61.5,
      budgetUsd: 300,
      dailyAlertUsd: 20,
    },
    availability: { lowest: 99.998, service: "webhook-dispatcher", sloMet: true },
  };
}
