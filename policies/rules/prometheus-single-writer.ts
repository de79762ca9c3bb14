import { carrierOf } from "../read/monitoring/carried.ts";
import { ECS_SERVICE } from "../read/names.ts";
import { taskOf } from "../read/task-of.ts";
import { type StackFinding, stackRule } from "../rule.ts";

export const prometheusSingleWriter = stackRule({
  id: "prometheus-single-writer",
  title: "No two tasks of Prometheus ever run on one disk: the second would damage what the first writes.",
  severity: "critical",
  remediation: "Desired count 1, maximum percent 100, minimum 0, no autoscaling.",
  controls: ["wa:reliability"],
  needs: "pyairtable:monitoring:Monitoring",
  *check(graph): Iterable<StackFinding> {
    for (const service of graph.ofType(ECS_SERVICE)) {
      const task = taskOf(graph, service);
      if (task === undefined || carrierOf(task.props, "prometheus") === undefined) continue;
      const { desiredCount = 1, deploymentMaximumPercent = 200 } = service.props;
      if (desiredCount <= 1 && deploymentMaximumPercent <= 100) continue;
      const got = { desiredCount, deploymentMaximumPercent };
      yield { at: service, what: "tasks at once", got, wanted: "one: 1 and 100", fix: "Deploy by stopping first." };
    }
  },
});
