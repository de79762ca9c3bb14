import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, editKubernetesContainer, initContainerWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sMemoryRequestSet } from "./k8s-memory-request-set.ts";

const requests = (memory: unknown) => ({ resources: { requests: { memory } } });

export const mutant: Mutant = (graph) =>
  editKubernetesContainer(graph, (container) => delete container.resources.requests.memory);

testRule(k8sMemoryRequestSet, {
  passes: { mebibytes: containerWith(requests("512Mi")), bytes: containerWith(requests(536870912)) },
  fails: {
    "no resources": [containerWith({}), /memory request of container api/],
    "no quantity": [containerWith(requests("512 MB")), /"512 MB"/],
    "an init container": [initContainerWith({}), /init container migrate/],
  },
  unknown: containerWith(requests(UNKNOWN)),
  mutant,
});
