import type { APIServiceArgs } from "@pulumi/kubernetes/apiregistration/v1/apiservice.js";
import type { DeploymentArgs } from "@pulumi/kubernetes/apps/v1/deployment.js";
import type { ServiceArgs } from "@pulumi/kubernetes/core/v1/service.js";
import type { Access } from "../foundation/access.ts";
import { deploymentArgs } from "../foundation/deployment.ts";
import { objectLabels, selectorLabels } from "../foundation/labels.ts";
import type { Allowance } from "../foundation/network-policy.ts";
import type { MetricsEndpoint } from "../foundation/service-monitor.ts";
import { CERTIFICATE_KEYS } from "../serving-certificate/args.ts";
import { certgenAllowances } from "../serving-certificate/make.ts";
import { caBundle, targetAnnotations } from "../serving-certificate/target.ts";
import { imageOf, imageReference } from "../versions.ts";
import type { MetricsServerRecord } from "./args.ts";
import { CERTIFICATE_PATH, flagsOf, KUBELET_AUTHORITY_PATH, PORT } from "./flags.ts";
import { METRICS_SERVER as NAME } from "./normalise.ts";

export const API_SERVICE = "v1beta1.metrics.k8s.io";

/** Names by which the API server calls it. */
export function hosts({ namespace }: MetricsServerRecord): string[] {
  return [`${NAME}.${namespace}.svc`, `${NAME}.${namespace}.svc.cluster.local`];
}

/** Reads kubelets, pods and nodes; asks the API server who calls and whether they may. */
export const ACCESS: Access = {
  account: NAME,
  rules: [],
  clusterRules: [
    { apiGroups: [""], resources: ["nodes/metrics"], verbs: ["get"] },
    { apiGroups: [""], resources: ["pods", "nodes"], verbs: ["get", "list", "watch"] },
  ],
  existingClusterRoles: ["system:auth-delegator"],
  existingRoles: [{ namespace: "kube-system", role: "extension-apiserver-authentication-reader" }],
};

export function serverArgs(record: MetricsServerRecord): DeploymentArgs {
  const probe = (path: string, initialDelaySeconds: number) => ({
    httpGet: { path, port: "https", scheme: "HTTPS" },
    initialDelaySeconds,
    periodSeconds: 10,
    failureThreshold: 3,
  });
  const { kubeletAuthority } = record;
  return deploymentArgs(record, {
    addOn: NAME,
    name: NAME,
    size: record.size,
    image: imageReference(imageOf(NAME, NAME)),
    flags: flagsOf(record),
    ports: [{ name: "https", containerPort: PORT }],
    livenessProbe: probe("/livez", 0),
    readinessProbe: probe("/readyz", 20),
    mounts: {
      [CERTIFICATE_PATH]: { name: "serving", secret: { secretName: record.certificate.secretName } },
      "/tmp": { name: "tmp", emptyDir: { sizeLimit: "64Mi" } },
      ...(kubeletAuthority === "cluster"
        ? {}
        : { [KUBELET_AUTHORITY_PATH]: { name: "kubelet-authority", configMap: { name: kubeletAuthority.configMap } } }),
    },
  });
}

export function serviceArgs(record: MetricsServerRecord): ServiceArgs {
  return {
    metadata: { name: NAME, namespace: record.namespace, labels: objectLabels(NAME, record, NAME) },
    spec: {
      selector: selectorLabels(NAME, NAME),
      ports: [{ name: "https", port: 443, targetPort: "https", appProtocol: "https" }],
    },
  };
}

/** Registers `metrics.k8s.io`, verified by the certificate's authority. */
export function apiServiceArgs(record: MetricsServerRecord): APIServiceArgs {
  const bundle = caBundle(record.certificate);
  return {
    metadata: {
      name: API_SERVICE,
      labels: objectLabels(NAME, record),
      annotations: targetAnnotations(record.certificate, record.namespace),
    },
    spec: {
      group: "metrics.k8s.io",
      version: "v1beta1",
      groupPriorityMinimum: 100,
      versionPriority: 100,
      service: { name: NAME, namespace: record.namespace, port: 443 },
      ...(bundle === undefined ? {} : { caBundle: bundle }),
    },
  };
}

/** Called by the API server; calls it, and the kubelet of every node. */
export function allowances({ certificate }: MetricsServerRecord): Allowance[] {
  return [
    {
      workload: NAME,
      from: [
        { peer: "api-server", ports: [PORT] },
        { peer: "monitoring", ports: [PORT] },
      ],
      to: [
        { peer: "api-server", ports: [] },
        { peer: "anywhere", ports: [10250] },
      ],
    },
    ...certgenAllowances(certificate),
  ];
}

export function metricsEndpoint(record: MetricsServerRecord): MetricsEndpoint {
  const { secretName } = record.certificate;
  const tls = { caSecret: secretName, caKey: CERTIFICATE_KEYS.ca, serverName: `${NAME}.${record.namespace}.svc` };
  return { workload: NAME, port: "https", tls };
}
