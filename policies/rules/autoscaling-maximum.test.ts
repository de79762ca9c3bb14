import { addTwin } from "../testing/add.ts";
import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { autoscalingMaximum } from "./autoscaling-maximum.ts";

const TARGET = "aws:appautoscaling/target:Target";
const of = (maxCapacity: number | string, serviceNamespace = "ecs") =>
  resource(TARGET, { maxCapacity, serviceNamespace });

export const mutant: Mutant = (graph) =>
  addTwin(graph, { service: "record-service", suffix: "fallback", maxTasks: 11 });

testRule(autoscalingMaximum, {
  config: { maxTasks: 10 },
  passes: { "the limit itself": of(10), "capacity of a table": of(4000, "dynamodb") },
  fails: { "one more": [of(11), /at most 10 tasks/] },
  unknown: of(UNKNOWN),
  mutant,
});
