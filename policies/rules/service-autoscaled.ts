import { ECS_SERVICE } from "../read/names.ts";
import { scalingTargetOf } from "../read/placement.ts";
import { type StackFinding, stackRule } from "../rule.ts";
import { texts } from "../settings.ts";

export const serviceAutoscaled = stackRule({
  id: "service-autoscaled",
  title: "Every service has an autoscaling target; one at zero tasks is raised by something else.",
  severity: "medium",
  remediation: "Give the service `replicas.max` above `replicas.min`, or list it under `exempt`.",
  controls: ["wa:reliability"],
  config: { exempt: texts([], "Names of services of a fixed size") },
  *check(graph, { exempt }): Iterable<StackFinding> {
    for (const service of graph.ofType(ECS_SERVICE)) {
      if (exempt.includes(service.props.name ?? service.name) || service.props.desiredCount === 0) continue;
      if (scalingTargetOf(graph, service) !== undefined) continue;
      yield {
        at: service,
        what: "autoscaling target",
        got: undefined,
        wanted: "one",
        fix: "Let autoscaling own the task count.",
      };
    }
  },
});
