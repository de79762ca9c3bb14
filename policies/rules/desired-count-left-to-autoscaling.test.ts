import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { desiredCountLeftToAutoscaling } from "./desired-count-left-to-autoscaling.ts";

const SERVICE = "aws:ecs/service:Service";
const TARGET = "aws:appautoscaling/target:Target";
const tags = { Service: "record-service" };
const service = (ignoreChanges: string[]) =>
  resource(SERVICE, { name: "record-service", tags }, { opts: { ignoreChanges } });
const target = (props: object) =>
  resource(TARGET, { serviceNamespace: "ecs", resourceId: "service/c/record-service", tags, ...props });

export const mutant: Mutant = (graph) =>
  edit(graph, SERVICE, (_, resource) => (resource.opts = { ...resource.opts, ignoreChanges: [] }));

testRule(desiredCountLeftToAutoscaling, {
  passes: { ignored: [service(["desiredCount"]), target({})], "no autoscaling": service([]) },
  fails: { "set back at each update": [[service(["tags"]), target({})], /\["tags"\][\s\S]*desiredCount among them/] },
  unknown: [service([]), target({ serviceNamespace: UNKNOWN })],
  mutant,
});
