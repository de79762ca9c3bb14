import { ARCHITECTURE_LABEL, HOST_LABEL } from "@pyairtable/kubernetes-facts";
import { podLabels } from "../shared/index.ts";
import type { WorkloadRecord } from "./record.ts";

const ARCHITECTURES = { arm64: "arm64", x86_64: "amd64" } as const;
/** Until pods of a node that does not answer are made anew; the API server's default is 300. */
const LOST_NODE_SECONDS = 60;

/** Which nodes its pods may take, and which they like. */
export function affinityOf({ service, tier, placement }: WorkloadRecord) {
  const { architecture, capacity } = placement;
  const { kind, label } = capacity;
  const among = (key: string, value: string) => ({ key, operator: "In", values: [value] });
  const must = [among(ARCHITECTURE_LABEL, ARCHITECTURES[architecture])];
  if (kind === "on-demand" && label !== null) must.push(among(label.key, label.onDemand));
  const spotFirst = kind === "spot" && label !== null ? [among(label.key, label.spot)] : [];
  return {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: must }] },
      ...(spotFirst.length === 0
        ? {}
        : {
            preferredDuringSchedulingIgnoredDuringExecution: [
              { weight: 100, preference: { matchExpressions: spotFirst } },
            ],
          }),
    },
    // Batch packs: Karpenter takes a preference for a demand while it can, which is a node a pod.
    ...(tier === "batch"
      ? {}
      : {
          podAntiAffinity: {
            preferredDuringSchedulingIgnoredDuringExecution: [
              {
                weight: 100,
                podAffinityTerm: { topologyKey: HOST_LABEL, labelSelector: { matchLabels: podLabels(service) } },
              },
            ],
          },
        }),
  };
}

/**
 * Taints some clouds put on Spot and ARM nodes by themselves, and nodes that are lost. Batch keeps the default wait
 * for a lost node: half-done work is dearer than a late start.
 */
export function tolerationsOf({ tier, placement }: WorkloadRecord) {
  const { architecture, capacity } = placement;
  const { kind, label } = capacity;
  const takes = (key: string, value: string) => ({ key, operator: "Equal", value, effect: "NoSchedule" });
  const lost = (key: string) => ({
    key: `node.kubernetes.io/${key}`,
    operator: "Exists",
    effect: "NoExecute",
    tolerationSeconds: LOST_NODE_SECONDS,
  });
  return [
    takes(ARCHITECTURE_LABEL, ARCHITECTURES[architecture]),
    ...(kind !== "on-demand" && label !== null ? [takes(label.key, label.spot)] : []),
    ...(tier === "batch" ? [] : [lost("not-ready"), lost("unreachable")]),
  ];
}
