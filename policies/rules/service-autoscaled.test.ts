import { remove, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { serviceAutoscaled } from "./service-autoscaled.ts";

const SERVICE = "aws:ecs/service:Service";
const TARGET = "aws:appautoscaling/target:Target";
const tags = { Service: "record-service" };
const service = (props: object) => resource(SERVICE, { name: "record-service", tags, ...props });
const target = (props: object) =>
  resource(TARGET, { serviceNamespace: "ecs", resourceId: "service/c/record-service", tags, ...props });

export const mutant: Mutant = (graph) =>
  remove(graph, ({ type, props }) => type === TARGET && props.tags.Service === "import-worker");

testRule(serviceAutoscaled, {
  config: { exempt: ["fixed"] },
  passes: {
    "with its target": [service({ desiredCount: 2 }), target({ minCapacity: 2 })],
    "waiting at zero": service({ name: "record-service-fallback", desiredCount: 0 }),
    "fixed by choice": service({ name: "fixed" }),
  },
  fails: {
    "no target": [service({ desiredCount: 2 }), /autoscaling target/],
    "a target of something else": [[service({}), target({ serviceNamespace: "dynamodb" })], /autoscaling target/],
  },
  unknown: service({ desiredCount: UNKNOWN }),
  mutant,
});
