import assert from "node:assert/strict";
import { nodeObject } from "./node.ts";

describe("simulated node", () => {
  const node = nodeObject({ name: "a", zone: "eu-central-1b", capacityType: "spot", cpu: 3.5, memoryMiB: 12_288 });

  it("carries what schedulers and policies select by", () => {
    const labels = node.metadata?.labels ?? {};
    assert.equal(labels["topology.kubernetes.io/zone"], "eu-central-1b");
    assert.equal(labels["topology.kubernetes.io/region"], "eu-central-1");
    assert.equal(labels["karpenter.sh/capacity-type"], "spot");
    assert.equal(labels["kubernetes.io/arch"], "arm64");
    assert.equal(labels["kubernetes.io/hostname"], "a");
    assert.equal(node.spec?.taints, undefined);
  });

  it("offers all it has, in whole units", () => {
    assert.deepEqual(node.status?.allocatable, node.status?.capacity);
    assert.equal(node.status?.allocatable?.cpu, "3.5");
    assert.equal(node.status?.allocatable?.memory, "12288Mi");
  });

  it("lets the caller's labels win", () => {
    const own = nodeObject({
      name: "a",
      zone: "z",
      capacityType: "spot",
      cpu: 1,
      memoryMiB: 1,
      arch: "amd64",
      labels: { "kubernetes.io/arch": "other", more: "yes" },
    });
    assert.equal(own.metadata?.labels?.["kubernetes.io/arch"], "other");
    assert.equal(own.metadata?.labels?.more, "yes");
    assert.equal(own.status?.nodeInfo?.architecture, "amd64");
  });
});
