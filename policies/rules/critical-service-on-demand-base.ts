import { onDemandFloor } from "@pyairtable/spot-risk";
import { catalogService } from "../facts.ts";
import { ECS_SERVICE } from "../read/names.ts";
import { tasksAtMinimum, usesSpot, weightsOf } from "../read/placement.ts";
import { type StackFinding, stackRule } from "../rule.ts";
import { serviceOf } from "../service-of.ts";

export const criticalServiceOnDemandBase = stackRule({
  id: "critical-service-on-demand-base",
  title: "A critical service on Spot has an on-demand base of half its tasks, one at least.",
  severity: "critical",
  remediation: "Take the placement of the plan; the solver keeps the base of critical services.",
  controls: ["wa:reliability"],
  *check(graph): Iterable<StackFinding> {
    for (const service of graph.ofType(ECS_SERVICE)) {
      const weights = weightsOf(service.props);
      // Without any on-demand provider it is no-spot-only-critical-service's to say.
      const mixed = weights.onDemandBase + weights.onDemandWeight > 0 && usesSpot(service.props);
      if (!mixed || catalogService(serviceOf(service))?.tier !== "critical") continue;
      const floor = onDemandFloor("critical", tasksAtMinimum(graph, service));
      if (weights.onDemandBase >= floor) continue;
      const wanted = `at least ${floor} tasks on FARGATE`;
      yield {
        at: service,
        what: "on-demand base",
        got: weights.onDemandBase,
        wanted,
        fix: "Set base of the FARGATE provider.",
      };
    }
  },
});
