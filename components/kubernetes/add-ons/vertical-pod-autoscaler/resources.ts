import type { DeploymentArgs } from "@pulumi/kubernetes/apps/v1/deployment.js";
import type { ServiceArgs } from "@pulumi/kubernetes/core/v1/service.js";
import { deploymentArgs } from "../foundation/deployment.ts";
import { objectLabels, selectorLabels } from "../foundation/labels.ts";
import type { Allowance } from "../foundation/network-policy.ts";
import type { MetricsEndpoint } from "../foundation/service-monitor.ts";
import { certgenAllowances } from "../serving-certificate/make.ts";
import { imageOf, imageReference } from "../versions.ts";
import type { Part, VerticalPodAutoscalerRecord } from "./args.ts";
import { CERTIFICATE_PATH, flagsOf } from "./flags.ts";
import { METRICS_PORTS, VPA, WEBHOOK_PORT, WEBHOOK_SERVICE, workloadOf } from "./names.ts";

const METRICS = "metrics";

export function partArgs(record: VerticalPodAutoscalerRecord, part: Part): DeploymentArgs {
  const webhook = part === "admission-controller";
  const probe = { httpGet: { path: "/health-check", port: METRICS }, periodSeconds: 10, failureThreshold: 3 };
  return deploymentArgs(record, {
    addOn: VPA,
    name: workloadOf(part),
    size: record.sizes[part],
    image: imageReference(imageOf(VPA, part)),
    flags: flagsOf(record, part),
    // The updater looks for the admission controller's lease in its own namespace.
    env: [{ name: "NAMESPACE", valueFrom: { fieldRef: { fieldPath: "metadata.namespace" } } }],
    ports: [
      { name: METRICS, containerPort: METRICS_PORTS[part] },
      ...(webhook ? [{ name: "https", containerPort: WEBHOOK_PORT }] : []),
    ],
    livenessProbe: { ...probe, initialDelaySeconds: 10 },
    readinessProbe: probe,
    mounts: webhook
      ? { [CERTIFICATE_PATH]: { name: "serving", secret: { secretName: record.certificate.secretName } } }
      : {},
  });
}

export function webhookServiceArgs(record: VerticalPodAutoscalerRecord): ServiceArgs {
  const workload = workloadOf("admission-controller");
  return {
    metadata: { name: WEBHOOK_SERVICE, namespace: record.namespace, labels: objectLabels(VPA, record) },
    spec: {
      selector: selectorLabels(VPA, workload),
      ports: [{ name: "https", port: 443, targetPort: "https" }],
    },
  };
}

/** What a ServiceMonitor finds a part's metrics by. */
export function metricsServiceArgs(record: VerticalPodAutoscalerRecord, part: Part): ServiceArgs {
  const workload = workloadOf(part);
  return {
    metadata: { name: workload, namespace: record.namespace, labels: objectLabels(VPA, record, workload) },
    spec: {
      clusterIP: "None",
      selector: selectorLabels(VPA, workload),
      ports: [{ name: METRICS, port: METRICS_PORTS[part], targetPort: METRICS }],
    },
  };
}

export function metricsEndpoint(part: Part): MetricsEndpoint {
  return { workload: workloadOf(part), port: METRICS, tls: null };
}

/** All three call the API server; it calls the admission controller alone. */
export function allowances(record: VerticalPodAutoscalerRecord): Allowance[] {
  const webhook = [{ peer: "api-server", ports: [WEBHOOK_PORT] }] as const;
  const parts = record.parts.map((part) => ({
    workload: workloadOf(part),
    from: [
      { peer: "monitoring", ports: [METRICS_PORTS[part]] } as const,
      ...(part === "admission-controller" ? webhook : []),
    ],
    to: [{ peer: "api-server", ports: [] } as const],
  }));
  return record.parts.includes("admission-controller") ? [...parts, ...certgenAllowances(record.certificate)] : parts;
}
