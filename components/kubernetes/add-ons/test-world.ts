import { costTags } from "@pyairtable/plan";
import { type MockWorld, nothingComputed, type RecordedResource, type Recording } from "../../shared/test-mocks.ts";
import type { AddOnArgs } from "./common-args.ts";

/** Type tokens of what this room makes. */
export const K8S = {
  apiService: "kubernetes:apiregistration.k8s.io/v1:APIService",
  clusterRole: "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole",
  clusterRoleBinding: "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding",
  crd: "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition",
  deployment: "kubernetes:apps/v1:Deployment",
  disruptionBudget: "kubernetes:policy/v1:PodDisruptionBudget",
  job: "kubernetes:batch/v1:Job",
  mutatingWebhook: "kubernetes:admissionregistration.k8s.io/v1:MutatingWebhookConfiguration",
  namespace: "kubernetes:core/v1:Namespace",
  networkPolicy: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
  release: "kubernetes:helm.sh/v3:Release",
  role: "kubernetes:rbac.authorization.k8s.io/v1:Role",
  roleBinding: "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
  service: "kubernetes:core/v1:Service",
  serviceAccount: "kubernetes:core/v1:ServiceAccount",
} as const;

/** Custom resources, which the provider tokens after their kind. */
export const CUSTOM = {
  application: "kubernetes:argoproj.io/v1alpha1:Application",
  appProject: "kubernetes:argoproj.io/v1alpha1:AppProject",
  certificate: "kubernetes:cert-manager.io/v1:Certificate",
  clusterSecretStore: "kubernetes:external-secrets.io/v1:ClusterSecretStore",
  serviceMonitor: "kubernetes:monitoring.coreos.com/v1:ServiceMonitor",
} as const;

export const AWS = {
  addon: "aws:eks/addon:Addon",
  podIdentity: "aws:eks/podIdentityAssociation:PodIdentityAssociation",
  role: "aws:iam/role:Role",
  rolePolicy: "aws:iam/rolePolicy:RolePolicy",
} as const;

export const COMPONENTS = {
  addOns: "pyairtable:kubernetes:AddOns",
  argoCd: "pyairtable:kubernetes:ArgoCd",
  externalSecrets: "pyairtable:kubernetes:ExternalSecrets",
  keda: "pyairtable:kubernetes:Keda",
  metricsServer: "pyairtable:kubernetes:MetricsServer",
  networkPolicyBaseline: "pyairtable:kubernetes:NetworkPolicyBaseline",
  prometheusOperator: "pyairtable:kubernetes:PrometheusOperator",
  verticalPodAutoscaler: "pyairtable:kubernetes:VerticalPodAutoscaler",
} as const;

const tokens = [K8S, CUSTOM, AWS, COMPONENTS].flatMap((table) => Object.values<string>(table));

/** Every type this room may make, and no function: a call is a defect. */
export const WORLD: MockWorld = { types: Object.fromEntries(tokens.map((token) => [token, nothingComputed])) };

export const TAGS = costTags({
  project: "pyairtable",
  environment: "prod",
  service: "platform",
  owner: "team-platform",
  costCenter: "cc-100",
});

export const COMMON: AddOnArgs = { kubernetesVersion: "1.34", tags: TAGS };

type Recorded = Pick<Recording<unknown>, "resources">;

/** Kubernetes objects made, without components and AWS resources. */
export function objectsOf(recording: Recorded): readonly RecordedResource[] {
  return recording.resources.filter(({ type }) => type.startsWith("kubernetes:"));
}

/** One value deep in recorded inputs, by a path of keys and indexes. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);
}
