import { capacityTypesOf, NODE_POOL } from "../read/kubernetes/karpenter.ts";
import { type StackFinding, stackRule } from "../rule.ts";

export const karpenterOnDemandPoolPresent = stackRule({
  id: "karpenter-on-demand-pool-present",
  title: "Some pool makes on-demand nodes alone: the floor of critical services, whatever becomes of Spot.",
  severity: "critical",
  remediation: "Keep the plan's on-demand pool, of lower weight than the Spot pool.",
  controls: ["wa:reliability"],
  needs: NODE_POOL,
  *check(graph): Iterable<StackFinding> {
    const pools = graph.ofType(NODE_POOL);
    if (pools.length === 0 || pools.some(({ props }) => capacityTypesOf(props).every((type) => type === "on-demand")))
      return;
    const got = pools.map(({ props }) => capacityTypesOf(props).join(", "));
    yield {
      at: pools[0],
      what: "capacity types of the pools",
      got,
      wanted: "one of on-demand alone",
      fix: "Add a pool.",
    };
  },
});
