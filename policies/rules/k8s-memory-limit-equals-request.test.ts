import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, editKubernetesContainer, serviceContainerWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sMemoryLimitEqualsRequest } from "./k8s-memory-limit-equals-request.ts";

const sized = (request: unknown, limit: unknown) => ({
  resources: { requests: { memory: request }, limits: { memory: limit } },
});

export const mutant: Mutant = (graph) =>
  editKubernetesContainer(graph, (container) => (container.resources.limits.memory = "3Gi"));

testRule(k8sMemoryLimitEqualsRequest, {
  passes: {
    equal: serviceContainerWith(sized("512Mi", "512Mi")),
    "equal, written otherwise": serviceContainerWith(sized("1Gi", "1024Mi")),
    "an add-on with room to grow": containerWith(sized("100Mi", "400Mi")),
    "no limit, which another rule catches": serviceContainerWith({ resources: { requests: { memory: "1Gi" } } }),
  },
  fails: { "a limit above": [serviceContainerWith(sized("512Mi", "1Gi")), /got {5}"1Gi"\n {2}wanted {2}512Mi/] },
  unknown: serviceContainerWith(sized(UNKNOWN, "1Gi")),
  mutant,
});
