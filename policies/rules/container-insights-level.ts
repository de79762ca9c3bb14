import { type Finding, resourceRule } from "../rule.ts";
import { texts } from "../settings.ts";

export const containerInsightsLevel = resourceRule({
  id: "container-insights-level",
  title: "The cluster's Container Insights are at a level that the stack accepts.",
  severity: "low",
  remediation: "Set `cluster.containerInsights` in the stack's config.",
  controls: ["fsbp:ECS.12", "wa:cost"],
  config: { levels: texts(["disabled", "enabled", "enhanced"], "Accepted levels") },
  types: ["aws:ecs/cluster:Cluster"],
  *check({ props }, { levels }): Iterable<Finding> {
    const got = (props.settings ?? []).find(({ name }) => name === "containerInsights")?.value ?? "not stated";
    if (levels.includes(got)) return;
    yield { what: "Container Insights", got, wanted: `one of ${levels.join(", ")}`, fix: "State the level." };
  },
});
