import data from "../data/kubernetes.json" with { type: "json" };

const { node, overhead } = data;

/** What one requested unit buys of a node: what the kubelet and daemon sets take, and room that no pod fills. */
function overheadOf(part: "cpu" | "memory"): number {
  return 1 / ((overhead.allocatable[part] - overhead.daemonSets[part]) * overhead.packed.share);
}

export const NODES = {
  vcpu: node.vcpu,
  diskGb: node.diskGb,
  overhead: { cpu: overheadOf("cpu"), memory: overheadOf("memory") },
  spot: data.spot,
  controlPlaneLogGbPerMonth: data.controlPlaneLogGbPerMonth.value,
  queueMillionRequestsPerMonth: data.interruptionQueueMillionRequestsPerMonth.value,
} as const;

/** Every assumption about a cluster of our own as a sentence, in a fixed order. */
export function kubernetesSentences(): string[] {
  return [
    node.says,
    overhead.says,
    data.addOns.says,
    data.podLogs.says,
    data.controlPlaneLogGbPerMonth.says,
    data.interruptionQueueMillionRequestsPerMonth.says,
  ];
}
