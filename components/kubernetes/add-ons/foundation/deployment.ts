import type { DeploymentArgs } from "@pulumi/kubernetes/apps/v1/deployment.js";
import type { core } from "@pulumi/kubernetes/types/input.js";
import type { Input } from "@pulumi/pulumi";
import type { AddOnRecord, WorkloadSize } from "../common-args.ts";
import type { LocalAddOnName } from "../versions.ts";
import { objectLabels, selectorLabels } from "./labels.ts";
import { CONTAINER_SECURITY, POD_SECURITY, resources, SYSTEM_NODES, spread } from "./pod.ts";

export interface Workload {
  readonly addOn: LocalAddOnName;
  /** Name of the deployment, its service account and its container. */
  readonly name: string;
  readonly size: WorkloadSize;
  readonly image: string;
  readonly flags: readonly string[];
  readonly env?: core.v1.EnvVar[];
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  readonly livenessProbe: core.v1.Probe;
  readonly readinessProbe: core.v1.Probe;
  /** Files it needs: mount path → where they come from. */
  readonly mounts?: Readonly<Record<string, Omit<core.v1.Volume, "name"> & { readonly name: string }>>;
  /** Changes with what the pods must restart for. */
  readonly podAnnotations?: Readonly<Record<string, Input<string>>>;
}

/** A deployment as every add-on of ours is run: restricted, sized, spread, on system nodes where there are some. */
export function deploymentArgs(record: AddOnRecord, workload: Workload): DeploymentArgs {
  const { addOn, name } = workload;
  const selector = selectorLabels(addOn, name);
  return {
    metadata: { name, namespace: record.namespace, labels: objectLabels(addOn, record, name) },
    spec: {
      replicas: workload.size.replicas,
      revisionHistoryLimit: 3,
      selector: { matchLabels: selector },
      strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      template: {
        metadata: { labels: objectLabels(addOn, record, name), annotations: { ...workload.podAnnotations } },
        spec: podSpec(record, workload),
      },
    },
  };
}

function podSpec(record: AddOnRecord, workload: Workload): core.v1.PodSpec {
  const { addOn, name, mounts = {} } = workload;
  return {
    serviceAccountName: name,
    priorityClassName: record.priorityClass,
    securityContext: { ...POD_SECURITY },
    nodeSelector: { "kubernetes.io/os": "linux" },
    tolerations: [{ ...SYSTEM_NODES }],
    topologySpreadConstraints: spread(selectorLabels(addOn, name)),
    enableServiceLinks: false,
    containers: [
      {
        name,
        image: workload.image,
        imagePullPolicy: "IfNotPresent",
        args: [...workload.flags],
        env: workload.env ?? [],
        ports: workload.ports.map((port) => ({ ...port })),
        resources: resources(workload.size),
        securityContext: { ...CONTAINER_SECURITY },
        livenessProbe: workload.livenessProbe,
        readinessProbe: workload.readinessProbe,
        volumeMounts: Object.entries(mounts).map(([mountPath, volume]) => ({
          name: volume.name,
          mountPath,
          readOnly: volume.emptyDir === undefined,
        })),
      },
    ],
    volumes: Object.values(mounts).map((volume) => ({ ...volume })),
  };
}
