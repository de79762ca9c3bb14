import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { hpa, scaledObject, servicePodWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { replicasMinimum } from "./replicas-minimum.ts";

const SERVICE = "aws:ecs/service:Service";
const TARGET = "aws:appautoscaling/target:Target";
const tags = { Service: "record-service" };
const service = (props: object) => resource(SERVICE, { name: "record-service", tags, ...props });
const target = (props: object) =>
  resource(TARGET, { serviceNamespace: "ecs", resourceId: "service/c/record-service", tags, ...props });

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    SERVICE,
    (props) => (props.desiredCount = 1),
    ({ props }) => props.tags.Service === "record-service",
  );

testRule(replicasMinimum, {
  config: { criticalTasks: 2 },
  passes: {
    "two tasks": [service({ desiredCount: 2 }), target({ minCapacity: 2 })],
    "two with the twin": [service({ desiredCount: 1 }), service({ desiredCount: 1 })],
    "two pods by an HPA": [servicePodWith({}), hpa({ minReplicas: 2 })],
    "one pod beside one task": [service({ desiredCount: 1 }), servicePodWith({})],
    "one task of a standard service": service({ desiredCount: 1, tags: { Service: "audit-log" } }),
  },
  fails: {
    "one at the start": [
      [service({ desiredCount: 1 }), target({ minCapacity: 2 })],
      /record-service[\s\S]*got {5}1[\s\S]*at least 2/,
    ],
    "one pod": [servicePodWith({}), /record-service[\s\S]*got {5}1/],
    "an HPA to one pod": [[servicePodWith({}), hpa({ minReplicas: 1 })], /at least 2/],
    "a ScaledObject to none": [[servicePodWith({}), scaledObject({})], /got {5}0/],
    "one when scaled in": [[service({ desiredCount: 2 }), target({ minCapacity: 1 })], /at least 2/],
  },
  unknown: service({ desiredCount: UNKNOWN }),
  mutant,
});
