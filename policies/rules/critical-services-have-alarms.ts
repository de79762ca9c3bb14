import { catalogService } from "../facts.ts";
import { ECS_SERVICE } from "../read/names.ts";
import { type StackFinding, stackRule } from "../rule.ts";
import { serviceOf } from "../service-of.ts";
import { texts } from "../settings.ts";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

export const criticalServicesHaveAlarms = stackRule({
  id: "critical-services-have-alarms",
  title:
    "A critical service has alarms of CloudWatch on its tasks and on its errors: they work while Prometheus does not.",
  severity: "high",
  remediation: "Leave `alarms.kinds` of the service to its default, or name these kinds.",
  controls: ["wa:reliability"],
  config: { kinds: texts(["errors-5xx", "tasks-missing"], "Kinds of alarm it must have: the ends of their names") },
  needs: ECS_SERVICE,
  *check(graph, { kinds }): Iterable<StackFinding> {
    const names = Map.groupBy(graph.ofType(ALARM), serviceOf);
    const critical = new Set(graph.ofType(ECS_SERVICE).map(serviceOf));
    for (const service of critical) {
      if (catalogService(service)?.tier !== "critical") continue;
      const own = (names.get(service) ?? []).map(({ props, name }) => props.name ?? name);
      const missing = kinds.filter((kind) => !own.some((name) => name.endsWith(`-${kind}`)));
      if (missing.length === 0) continue;
      yield { service, what: "alarms missing", got: missing, wanted: "none", fix: "Name these kinds of alarm." };
    }
  },
});
