import { type Finding, resourceRule } from "../rule.ts";

export const tagsReachTasks = resourceRule({
  id: "tags-reach-tasks",
  title: "A service's cost tags reach its tasks, where the money is spent.",
  severity: "high",
  remediation: 'Set `propagateTags: "SERVICE"` and `enableEcsManagedTags: true`.',
  controls: ["wa:cost"],
  types: ["aws:ecs/service:Service"],
  *check({ props }): Iterable<Finding> {
    const { propagateTags: got, enableEcsManagedTags: managed } = props;
    if (got !== "SERVICE") yield { what: "propagateTags", got, wanted: "SERVICE", fix: "Set propagateTags." };
    if (managed !== true)
      yield { what: "enableEcsManagedTags", got: managed, wanted: "true", fix: "Turn managed tags on." };
  },
});
