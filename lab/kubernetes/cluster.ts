import {
  AppsV1Api,
  AutoscalingV2Api,
  CoreV1Api,
  CustomObjectsApi,
  type KubeConfig,
  NetworkingV1Api,
  PatchStrategy,
  PolicyV1Api,
  setHeaderOptions,
  type V1Pod,
} from "@kubernetes/client-node";
import { clientConfig } from "../control-plane/index.ts";

/** The APIs the lab reads and disturbs the cluster with. */
export interface Cluster {
  readonly config: KubeConfig;
  readonly core: CoreV1Api;
  readonly apps: AppsV1Api;
  readonly autoscaling: AutoscalingV2Api;
  readonly networking: NetworkingV1Api;
  readonly policy: PolicyV1Api;
  readonly custom: CustomObjectsApi;
}

/** Sends a patch as a merge patch. */
export const AS_MERGE = setHeaderOptions("Content-Type", PatchStrategy.MergePatch);

export function connect(kubeconfigPath: string): Cluster {
  const config = clientConfig(kubeconfigPath);
  return {
    config,
    core: config.makeApiClient(CoreV1Api),
    apps: config.makeApiClient(AppsV1Api),
    autoscaling: config.makeApiClient(AutoscalingV2Api),
    networking: config.makeApiClient(NetworkingV1Api),
    policy: config.makeApiClient(PolicyV1Api),
    custom: config.makeApiClient(CustomObjectsApi),
  };
}

/** Ready: the condition that Services and budgets count by. */
export function isReady(pod: V1Pod): boolean {
  return (
    pod.metadata?.deletionTimestamp === undefined &&
    (pod.status?.conditions ?? []).some(({ type, status }) => type === "Ready" && status === "True")
  );
}

export function labelOf(pod: V1Pod, key: string): string | undefined {
  return pod.metadata?.labels?.[key];
}

/** HTTP status of an API error; undefined where it is another kind. */
export function statusOf(error: unknown): number | undefined {
  const code = (error as { code?: unknown }).code;
  return typeof code === "number" ? code : undefined;
}
