import { type Finding, resourceRule } from "../rule.ts";

export const tasksWithoutPublicIp = resourceRule({
  id: "tasks-without-public-ip",
  title: "Tasks have no public address.",
  severity: "critical",
  remediation: "Set `assignPublicIp: false` and private subnets.",
  controls: ["fsbp:ECS.2", "fsbp:ECS.16"],
  types: ["aws:ecs/service:Service"],
  *check({ props }): Iterable<Finding> {
    if (!props.networkConfiguration?.assignPublicIp) return;
    yield { what: "public address of tasks", got: true, wanted: "none", fix: "Set assignPublicIp to false." };
  },
});
