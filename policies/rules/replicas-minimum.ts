import { catalogService } from "../facts.ts";
import type { Graph } from "../graph.ts";
import { tasksAtMinimum } from "../read/placement.ts";
import { type StackFinding, stackRule } from "../rule.ts";
import { serviceOf } from "../service-of.ts";
import { amount } from "../settings.ts";

export const replicasMinimum = stackRule({
  id: "replicas-minimum",
  title: "A critical service starts with, and scales in to, no fewer tasks than the stack asks.",
  severity: "high",
  remediation: "Raise `replicas.min` of the service in the catalog.",
  controls: ["wa:reliability"],
  config: { criticalTasks: amount(2, "Fewest tasks of a critical service, its twin services included") },
  *check(graph: Graph, { criticalTasks }): Iterable<StackFinding> {
    const services = Map.groupBy(graph.ofType("aws:ecs/service:Service"), serviceOf);
    for (const [service, all] of services) {
      if (catalogService(service)?.tier !== "critical") continue;
      const started = all.reduce((sum, { props }) => sum + (props.desiredCount ?? 1), 0);
      const kept = all.reduce((sum, one) => sum + tasksAtMinimum(graph, one), 0);
      const got = Math.min(started, kept);
      if (got >= criticalTasks) continue;
      const wanted = `at least ${criticalTasks}`;
      yield { at: all[0], what: "tasks at the minimum", got, wanted, fix: "Raise replicas.min in the catalog." };
    }
  },
});
