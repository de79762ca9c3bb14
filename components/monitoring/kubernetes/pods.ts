import type { core } from "@pulumi/kubernetes/types/input.js";
import type { Plan } from "@pyairtable/plan";
import { objectLabels, podLabels } from "../../kubernetes/shared/index.ts";
import { NAMESPACE } from "./names.ts";
import type { KubernetesRecord } from "./record.ts";

/** Taint of nodes kept for system pods. */
const SYSTEM_NODES = { key: "CriticalAddonsOnly", operator: "Exists" } as const;

export const metadataOf = ({ tags }: Pick<Plan, "tags">, name: string) => ({
  name,
  namespace: NAMESPACE,
  labels: objectLabels({ name, tags }),
});

export const selectorOf = (name: string) => ({ matchLabels: podLabels(name) });

/** Never on Spot: what records the loss of Spot must outlive it. Nodes without the label are taken too. */
export function notOnSpot({ kubernetes }: Pick<Plan, "kubernetes">): core.v1.Affinity {
  const { key, spot } = kubernetes.capacityLabel;
  return {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key, operator: "NotIn", values: [spot] }] }],
      },
    },
  };
}

export const TOLERATIONS = [{ ...SYSTEM_NODES }];

/** What `restricted` asks of a pod; `user` is the image's own. */
const podSecurity = (user: number): core.v1.PodSecurityContext => ({
  runAsNonRoot: true,
  runAsUser: user,
  runAsGroup: user,
  fsGroup: user,
  seccompProfile: { type: "RuntimeDefault" },
});

export const CONTAINER_SECURITY: core.v1.SecurityContext = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
  capabilities: { drop: ["ALL"] },
};

/** Metadata and spec of a pod of ours that asks the API server nothing; `more` is what is its own. */
export function podTemplate(
  { plan, priorityClass }: Pick<KubernetesRecord, "plan" | "priorityClass">,
  name: string,
  user: number,
  more: core.v1.PodSpec,
): core.v1.PodTemplateSpec {
  return {
    metadata: { labels: metadataOf(plan, name).labels },
    spec: {
      serviceAccountName: name,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      priorityClassName: priorityClass,
      securityContext: podSecurity(user),
      ...more,
    },
  };
}

/** Ready and alive by the same answer. */
export const probed = (path: string, port: number) => ({
  readinessProbe: httpProbe(path, port),
  livenessProbe: httpProbe(path, port),
});

const httpProbe = (path: string, port: number): core.v1.Probe => ({
  httpGet: { path, port },
  periodSeconds: 15,
  failureThreshold: 4,
});
