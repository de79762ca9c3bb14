import limits from "../limits/prod.json" with { type: "json" };
import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { growUntil } from "../testing/grow-until.ts";
import { hpa, podWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { totalVcpu } from "./total-vcpu.ts";

const service = resource("aws:ecs/service:Service", { name: "a", tags: { Service: "a" } });
const stack = (cpu: string | number, maxCapacity: number) => [
  resource("aws:ecs/taskDefinition:TaskDefinition", { cpu, memory: "1024", tags: { Service: "a" } }),
  service,
  resource("aws:appautoscaling/target:Target", {
    serviceNamespace: "ecs",
    resourceId: "service/c/a",
    minCapacity: 1,
    maxCapacity,
    tags: { Service: "a" },
  }),
];

export const mutant: Mutant = (graph) =>
  growUntil(graph, { cpu: "1024", memory: "2048" }, "vcpu", limits["total-vcpu"].maxVcpu);

testRule(totalVcpu, {
  config: { maxVcpu: 10 },
  passes: {
    "the limit itself": stack("1024", 10),
    "no service": [],
    "no target: the desired count": [stack("1024", 1)[0]!, service],
  },
  fails: {
    "pods of a Kubernetes autoscaler": [
      [
        podWith({ containers: [{ name: "a", resources: { requests: { cpu: "1", memory: "1Gi" } } }] }),
        hpa({ maxReplicas: 11 }),
      ],
      /got {5}11\n {2}wanted {2}at most 10/,
    ],
    "one task more": [stack("1024", 11), /got {5}11\n {2}wanted {2}at most 10/],
  },
  unknown: stack(UNKNOWN, 1),
  mutant,
});
