import type { core } from "@pulumi/kubernetes/types/input.js";
import type { Plan } from "@pyairtable/plan";
import { objectLabels, podLabels } from "../../kubernetes/shared/index.ts";
import { NAMESPACE } from "./names.ts";

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
export const podSecurity = (user: number): core.v1.PodSecurityContext => ({
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

export const httpProbe = (path: string, port: number): core.v1.Probe => ({
  httpGet: { path, port },
  periodSeconds: 15,
  failureThreshold: 4,
});
