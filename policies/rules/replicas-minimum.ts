import { catalogService } from "../facts.ts";
import type { Graph, GraphResource } from "../graph.ts";
import { autoscalersOf, replicasAtMinimum } from "../read/kubernetes/autoscalers.ts";
import { ownReplicas, servingWorkloadsOf } from "../read/kubernetes/workloads.ts";
import { ECS_SERVICE } from "../read/names.ts";
import { tasksAtMinimum } from "../read/placement.ts";
import { type StackFinding, stackRule } from "../rule.ts";
import { serviceOf } from "../service-of.ts";
import { amount } from "../settings.ts";

export const replicasMinimum = stackRule({
  id: "replicas-minimum",
  title: "A critical service starts with, and scales in to, no fewer tasks or pods than the stack asks.",
  severity: "high",
  remediation: "Raise `replicas.min` of the service in the catalog.",
  controls: ["wa:reliability"],
  config: { criticalTasks: amount(2, "Fewest tasks or pods of a critical service, its twin services included") },
  *check(graph: Graph, { criticalTasks }): Iterable<StackFinding> {
    for (const [service, all] of Map.groupBy(runningOf(graph), ({ at }) => serviceOf(at))) {
      if (catalogService(service)?.tier !== "critical") continue;
      const sum = (of: (one: Running) => number) => all.reduce((total, one) => total + of(one), 0);
      const got = Math.min(
        sum((one) => one.started),
        sum((one) => one.kept),
      );
      if (got >= criticalTasks) continue;
      const wanted = `at least ${criticalTasks}`;
      yield { at: all[0]!.at, what: "tasks at the minimum", got, wanted, fix: "Raise replicas.min in the catalog." };
    }
  },
});

/** Tasks or pods of one resource: how many an update starts, and how few autoscaling keeps. */
interface Running {
  readonly at: GraphResource;
  readonly started: number;
  readonly kept: number;
}

function runningOf(graph: Graph): readonly Running[] {
  const tasks = graph.ofType(ECS_SERVICE).map((at): Running => {
    return { at, started: at.props.desiredCount ?? 1, kept: tasksAtMinimum(graph, at) };
  });
  const autoscalers = autoscalersOf(graph);
  const pods = servingWorkloadsOf(graph).map((at): Running => {
    const kept = replicasAtMinimum(autoscalers, at);
    // Without a count of its own a workload is raised to the autoscaler's minimum at once.
    return { at, started: ownReplicas(at) ?? kept, kept };
  });
  return [...tasks, ...pods];
}
