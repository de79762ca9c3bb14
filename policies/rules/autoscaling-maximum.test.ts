import { addTwin } from "../testing/add.ts";
import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { hpa, scaledObject } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { autoscalingMaximum } from "./autoscaling-maximum.ts";

const TARGET = "aws:appautoscaling/target:Target";
const of = (maxCapacity: number | string, serviceNamespace = "ecs") =>
  resource(TARGET, { maxCapacity, serviceNamespace });

export const mutant: Mutant = (graph) =>
  addTwin(graph, { service: "record-service", suffix: "fallback", maxTasks: 11 });

testRule(autoscalingMaximum, {
  config: { maxTasks: 10 },
  passes: {
    "the limit itself": of(10),
    "capacity of a table": of(4000, "dynamodb"),
    "pods of an HPA": hpa({ maxReplicas: 10 }),
  },
  fails: {
    "one more": [of(11), /at most 10 tasks/],
    "pods of an HPA": [hpa({ maxReplicas: 11 }), /got {5}11/],
    "KEDA's default of a hundred": [scaledObject({}), /got {5}100/],
  },
  unknown: of(UNKNOWN),
  mutant,
});
