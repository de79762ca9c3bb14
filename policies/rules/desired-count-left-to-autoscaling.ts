import { ECS_SERVICE } from "../read/names.ts";
import { scalingTargetOf } from "../read/placement.ts";
import { type StackFinding, stackRule } from "../rule.ts";

export const desiredCountLeftToAutoscaling = stackRule({
  id: "desired-count-left-to-autoscaling",
  title: "Where autoscaling moves the task count, an update does not set it back.",
  severity: "high",
  remediation: 'Give the resource `ignoreChanges: ["desiredCount"]`.',
  controls: ["wa:reliability"],
  *check(graph): Iterable<StackFinding> {
    for (const service of graph.ofType(ECS_SERVICE)) {
      if (scalingTargetOf(graph, service) === undefined) continue;
      if (service.opts.ignoreChanges.includes("desiredCount")) continue;
      const fix = 'Add ignoreChanges: ["desiredCount"].';
      yield {
        at: service,
        what: "ignoreChanges",
        got: service.opts.ignoreChanges,
        wanted: "desiredCount among them",
        fix,
      };
    }
  },
});
