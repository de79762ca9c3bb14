import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, editKubernetesContainer, serviceContainerWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sCpuNotThrottled } from "./k8s-cpu-not-throttled.ts";

const limits = (cpu: unknown) => ({ resources: { limits: { cpu, memory: "1Gi" } } });

export const mutant: Mutant = (graph) =>
  editKubernetesContainer(graph, (container) => (container.resources.limits.cpu = "2"));

testRule(k8sCpuNotThrottled, {
  passes: {
    "memory alone": serviceContainerWith({ resources: { limits: { memory: "1Gi" } } }),
    "an add-on": containerWith(limits("1")),
  },
  fails: { "a limit": [serviceContainerWith(limits("1")), /CPU limit of container api\n {2}got {5}"1"/] },
  unknown: serviceContainerWith(limits(UNKNOWN)),
  mutant,
});
