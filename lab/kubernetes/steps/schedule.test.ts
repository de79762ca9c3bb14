import assert from "node:assert/strict";
import type { V1Node, V1Pod } from "@kubernetes/client-node";
import { PRIORITY_CLASSES } from "@pyairtable/kubernetes-facts";
import type { Plan, ServicePlan } from "@pyairtable/plan";
import { planOf } from "../../support/plan-of.ts";
import { placementProblems } from "./schedule.ts";

/** Nodes of two zones, one of each capacity type in each; pods by the node they are on. */
const NODES = new Map(
  ["a", "b"].flatMap((zone) =>
    ["spot", "on-demand"].map((type): [string, V1Node] => [
      `${type}-${zone}`,
      {
        metadata: {
          name: `${type}-${zone}`,
          labels: { "topology.kubernetes.io/zone": zone, "karpenter.sh/capacity-type": type },
        },
      },
    ]),
  ),
);
const pod = (nodeName: string, priority: number = PRIORITY_CLASSES["pyairtable-critical"]): V1Pod => ({
  spec: { nodeName, priority, containers: [] },
  status: { conditions: [{ type: "Ready", status: "True" }] },
});

describe("the lab's judgement of where pods are", () => {
  let plan: Plan;
  let critical: ServicePlan;
  before(() => {
    plan = { ...planOf("lab"), zones: ["a", "b"] };
    critical = plan.services.find(({ name }) => name === "record-service") as ServicePlan;
  });
  const judge = (...pods: V1Pod[]) => placementProblems(critical, pods, NODES, plan);

  it("has nothing to say of pods spread over zones and capacity types", () => {
    assert.deepEqual(judge(pod("spot-a"), pod("on-demand-b")), []);
  });
  it("sees too few, one zone, no floor on demand and a wrong priority", () => {
    assert.match(judge(pod("on-demand-a")).join(), /1 pods ready, 2 wanted/);
    assert.match(judge(pod("spot-a"), pod("on-demand-a")).join(), /in 1 zones, 2 wanted/);
    assert.match(judge(pod("spot-a"), pod("spot-b")).join(), /0 of 2 pods on demand/);
    assert.match(judge(pod("spot-a"), pod("on-demand-b", 0)).join(), /priority is not/);
  });
  it("sees a pod on Spot that takes none", () => {
    const fixed = plan.services.find(({ kubernetes }) => kubernetes?.capacity.kind === "on-demand") as ServicePlan;
    assert.match(placementProblems(fixed, [pod("spot-a")], NODES, plan).join(), /1 pods on Spot, none wanted/);
  });
});
