import { resources } from "../foundation/pod.ts";
import { chartLabels } from "../helm-release/labels.ts";
import { type ImageValues, imageValues, type PodValues, podValues } from "../helm-release/pods.ts";
import { imageOf } from "../versions.ts";
import type { ArgoCdRecord } from "./args.ts";
import { type ClusterCredentials, clusterCredentials, configMap, parameters, rbac } from "./settings.ts";

/** Names that the chart gives its pods. */
export const WORKLOADS = {
  controller: "argocd-application-controller",
  server: "argocd-server",
  repoServer: "argocd-repo-server",
  redis: "argocd-redis",
  /** A Job before each install and upgrade. */
  redisSecretInit: "argocd-redis-secret-init",
} as const;

type Off = { readonly enabled: false };
interface Scraped {
  readonly metrics: { readonly enabled: boolean; readonly serviceMonitor: { readonly enabled: boolean } };
}

/** Values of the chart that are set here; the chart has the others, its pods are restricted by its defaults. */
export interface ArgoCdValues {
  readonly createClusterRoles: boolean;
  readonly crds: { readonly install: boolean; readonly keep: boolean };
  readonly global: {
    readonly domain: string;
    readonly additionalLabels: Readonly<Record<string, string>>;
    readonly image: ImageValues;
    readonly priorityClassName: string;
    readonly tolerations: readonly object[];
    readonly networkPolicy: { readonly create: boolean };
  };
  readonly configs: {
    readonly cm: Readonly<Record<string, string | boolean>>;
    readonly params: Readonly<Record<string, string | boolean>>;
    readonly rbac: Readonly<Record<string, string>>;
    readonly clusterCredentials: Readonly<Record<string, ClusterCredentials>>;
  };
  readonly controller: PodValues & Scraped & { readonly replicas: number };
  readonly server: PodValues & Scraped & { readonly replicas: number };
  readonly repoServer: PodValues &
    Scraped & {
      readonly replicas: number;
      readonly automountServiceAccountToken: boolean;
      readonly copyutil: { readonly resources: object };
    };
  readonly redis: PodValues & { readonly image: ImageValues; readonly automountServiceAccountToken: boolean };
  readonly redisSecretInit: { readonly resources: object };
  readonly dex: Off;
  readonly notifications: Off;
  readonly applicationSet: { readonly replicas: number; readonly resources: object };
}

const SMALL = resources({ cpuMillicores: 10, memoryMiB: 64, limits: { cpuMillicores: 200, memoryMiB: 128 } });

/** One cluster, chosen namespaces, no ClusterRole; no local sign-in, notifier or generator of Applications. */
export function argoCdValues(record: ArgoCdRecord): ArgoCdValues {
  const { sizes, serviceMonitor } = record;
  const scraped: Scraped = { metrics: { enabled: serviceMonitor, serviceMonitor: { enabled: serviceMonitor } } };
  const pods = (part: keyof typeof sizes) => podValues(record, WORKLOADS[part], sizes[part]);
  return {
    createClusterRoles: false,
    crds: { install: true, keep: true },
    global: {
      domain: record.host,
      additionalLabels: chartLabels(record),
      image: imageValues(imageOf("argo-cd", "argocd")),
      priorityClassName: record.priorityClass,
      tolerations: pods("server").tolerations,
      networkPolicy: { create: false },
    },
    configs: {
      cm: configMap(record),
      params: parameters(),
      rbac: rbac(record),
      clusterCredentials: { "in-cluster": clusterCredentials(record) },
    },
    controller: { replicas: sizes.controller.replicas, ...pods("controller"), ...scraped },
    server: { replicas: sizes.server.replicas, ...pods("server"), ...scraped },
    repoServer: {
      replicas: sizes.repoServer.replicas,
      ...pods("repoServer"),
      ...scraped,
      // It runs what repositories hold: no token of the cluster is near it.
      automountServiceAccountToken: false,
      copyutil: { resources: SMALL },
    },
    redis: {
      ...pods("redis"),
      image: imageValues(imageOf("argo-cd", "redis")),
      automountServiceAccountToken: false,
    },
    redisSecretInit: { resources: SMALL },
    dex: { enabled: false },
    notifications: { enabled: false },
    applicationSet: { replicas: 0, resources: SMALL },
  };
}
