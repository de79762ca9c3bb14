import { tagsOfService } from "../testing/add.ts";
import { remove, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { criticalServicesHaveAlarms } from "./critical-services-have-alarms.ts";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const service = (name: string) => resource("aws:ecs/service:Service", { name, tags: tagsOfService(name) });
const alarm = (name: string, kind: string) =>
  resource(ALARM, { name: `pyairtable-prod-${name}-${kind}`, tags: tagsOfService(name) });
const both = (name: string) => [alarm(name, "errors-5xx"), alarm(name, "tasks-missing")];

export const mutant: Mutant = (graph) =>
  remove(graph, ({ type, props }) => type === ALARM && String(props.name).endsWith("record-service-tasks-missing"));

testRule(criticalServicesHaveAlarms, {
  config: { kinds: ["errors-5xx", "tasks-missing"] },
  passes: {
    both: [service("record-service"), ...both("record-service")],
    "a service that is not critical": [service("import-worker")],
  },
  fails: {
    none: [[service("record-service")], /errors-5xx.*tasks-missing/s],
    "one of two": [[service("record-service"), alarm("record-service", "errors-5xx")], /tasks-missing/],
    "another's": [[service("record-service"), ...both("api-gateway")], /record-service/],
  },
  unknown: [service("record-service"), resource(ALARM, { name: UNKNOWN, tags: tagsOfService("record-service") })],
  mutant,
});
