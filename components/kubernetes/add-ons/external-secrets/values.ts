import { chartLabels } from "../helm-release/labels.ts";
import { type ImageValues, imageValues, type PodValues, podValues } from "../helm-release/pods.ts";
import { KEPT_CRDS } from "../helm-release/release.ts";
import { imageOf } from "../versions.ts";
import type { ExternalSecretsRecord } from "./args.ts";

/** Names that the chart gives its pods; the first is the controller's service account too. */
export const WORKLOADS = {
  controller: "external-secrets",
  webhook: "external-secrets-webhook",
  certController: "external-secrets-cert-controller",
} as const;

interface DeploymentValues extends PodValues {
  readonly replicaCount: number;
  readonly image: ImageValues;
}

/** Values of the chart that are set here; the chart has the others, its pods are restricted by its defaults. */
export interface ExternalSecretsValues extends DeploymentValues {
  readonly commonLabels: Readonly<Record<string, string>>;
  readonly installCRDs: boolean;
  readonly crds: { readonly annotations: Readonly<Record<string, string>> };
  readonly leaderElect: boolean;
  readonly processClusterExternalSecret: boolean;
  readonly processClusterPushSecret: boolean;
  readonly processClusterGenerator: boolean;
  readonly processPushSecret: boolean;
  readonly openshiftFinalizers: boolean;
  readonly rbac: {
    readonly serviceAccountTokenCreate: boolean;
    readonly servicebindings: { readonly create: boolean };
    readonly aggregateToEdit: boolean;
    readonly aggregateToView: boolean;
  };
  readonly livenessProbe: { readonly enabled: boolean };
  readonly readinessProbe: { readonly enabled: boolean };
  readonly serviceMonitor: { readonly enabled: boolean; readonly renderMode: string };
  readonly webhook: DeploymentValues & { readonly failurePolicy: string };
  readonly certController: DeploymentValues;
}

/**
 * Reads secrets and writes none back: pushing, cluster-wide copies and generators are off. Whoever may edit a namespace
 * gets no right to read the store by that alone.
 */
export function externalSecretsValues(record: ExternalSecretsRecord): ExternalSecretsValues {
  const { sizes, store, serviceMonitor } = record;
  const image = imageValues(imageOf("external-secrets", "external-secrets"));
  const deployment = (part: keyof typeof WORKLOADS): DeploymentValues => ({
    replicaCount: sizes[part].replicas,
    image,
    ...podValues(record, WORKLOADS[part], sizes[part]),
  });
  return {
    ...deployment("controller"),
    commonLabels: chartLabels(record),
    installCRDs: true,
    crds: { annotations: { ...KEPT_CRDS } },
    leaderElect: true,
    processClusterExternalSecret: false,
    processClusterPushSecret: false,
    processClusterGenerator: false,
    processPushSecret: false,
    openshiftFinalizers: false,
    rbac: {
      serviceAccountTokenCreate: store?.kind === "provider" && store.serviceAccountTokens,
      servicebindings: { create: false },
      aggregateToEdit: false,
      aggregateToView: false,
    },
    livenessProbe: { enabled: true },
    readinessProbe: { enabled: true },
    serviceMonitor: { enabled: serviceMonitor, renderMode: "failIfMissing" },
    webhook: { ...deployment("webhook"), failurePolicy: "Fail" },
    certController: deployment("certController"),
  };
}
