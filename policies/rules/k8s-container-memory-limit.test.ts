import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, editKubernetesContainer, initContainerWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sContainerMemoryLimit } from "./k8s-container-memory-limit.ts";

const sized = (request: unknown, limit: unknown) => ({
  resources: { requests: { memory: request }, limits: { memory: limit } },
});

export const mutant: Mutant = (graph) =>
  editKubernetesContainer(
    graph,
    (container) => {
      container.resources.requests.memory = "4200Mi";
      container.resources.limits.memory = "4200Mi";
    },
    "import-worker",
  );

testRule(k8sContainerMemoryLimit, {
  config: { maxMiB: 1024 },
  passes: { "at the limit": containerWith(sized("1Gi", "1Gi")), "no resources": containerWith({}) },
  fails: {
    "a request above": [containerWith(sized("1025Mi", "1Gi")), /"1025Mi"\n {2}wanted {2}at most 1024Mi/],
    "a limit above": [containerWith(sized("1Gi", "2Gi")), /"2Gi"/],
    "an init container": [initContainerWith(sized("2Gi", "2Gi")), /init container migrate/],
  },
  unknown: containerWith(sized(UNKNOWN, "1Gi")),
  mutant,
});
