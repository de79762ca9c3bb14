import { mainContainer } from "../read/containers.ts";
import { ECS_TASK } from "../read/names.ts";
import { type StackFinding, stackRule } from "../rule.ts";
import { serviceOf } from "../service-of.ts";

/** AWS's default, seconds. */
const DEREGISTRATION_DEFAULT = 300;
const STOP_DEFAULT = 30;

export const deregistrationBeforeStop = stackRule({
  id: "deregistration-before-stop",
  title: "The balancer lets go of a target before its task is killed: deregistration delay < stopTimeout.",
  severity: "high",
  remediation: "Set `deregistrationDelay` of the target group below `stopTimeout`; 30 to 60 seconds is usual.",
  controls: ["wa:reliability"],
  *check(graph): Iterable<StackFinding> {
    for (const group of graph.ofType("aws:lb/targetGroup:TargetGroup")) {
      const [task] = graph.ofService(ECS_TASK, serviceOf(group));
      if (task === undefined) continue;
      const got = group.props.deregistrationDelay ?? DEREGISTRATION_DEFAULT;
      const stop = mainContainer(task.props)?.stopTimeout ?? STOP_DEFAULT;
      if (got < stop) continue;
      yield {
        at: group,
        what: "deregistration delay",
        got,
        wanted: `below ${stop} s, the stopTimeout`,
        fix: "Lower the delay.",
      };
    }
  },
});
