import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, editKubernetesContainer, initContainerWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sMemoryLimitSet } from "./k8s-memory-limit-set.ts";

const limits = (memory: unknown) => ({ resources: { limits: { memory } } });

export const mutant: Mutant = (graph) =>
  editKubernetesContainer(graph, (container) => delete container.resources.limits.memory);

testRule(k8sMemoryLimitSet, {
  passes: { "a limit": containerWith(limits("512Mi")) },
  fails: {
    "a request alone": [
      containerWith({ resources: { requests: { memory: "512Mi" } } }),
      /memory limit of container api/,
    ],
    "a sidecar": [initContainerWith({ restartPolicy: "Always" }), /sidecar migrate/],
  },
  unknown: containerWith(limits(UNKNOWN)),
  mutant,
});
