import { capacityTypesOf, NODE_POOL } from "../read/kubernetes/karpenter.ts";
import { type StackFinding, stackRule } from "../rule.ts";

export const karpenterOnDemandPoolPresent = stackRule({
  id: "karpenter-on-demand-pool-present",
  title: "Beside Spot some pool makes on-demand nodes: when Spot is short, pods start all the same.",
  severity: "critical",
  remediation: "Keep the plan's on-demand pool, of lower weight than the Spot pool.",
  controls: ["wa:reliability"],
  needs: NODE_POOL,
  *check(graph): Iterable<StackFinding> {
    const pools = graph.ofType(NODE_POOL);
    if (pools.length === 0 || pools.some(({ props }) => capacityTypesOf(props).includes("on-demand"))) return;
    const got = pools.flatMap(({ props }) => capacityTypesOf(props));
    yield {
      at: pools[0],
      what: "capacity types of all pools",
      got,
      wanted: "on-demand among them",
      fix: "Add a pool.",
    };
  },
});
