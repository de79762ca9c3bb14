import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, editKubernetesContainer, initContainerWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sContainerCpuLimit } from "./k8s-container-cpu-limit.ts";

const requests = (cpu: unknown) => ({ resources: { requests: { cpu } } });

export const mutant: Mutant = (graph) =>
  editKubernetesContainer(graph, (container) => (container.resources.requests.cpu = "1100m"), "import-worker");

testRule(k8sContainerCpuLimit, {
  config: { maxMillicores: 500 },
  passes: { "at the limit": containerWith(requests("0.5")), "no request": containerWith({}) },
  fails: {
    "a little more": [containerWith(requests("501m")), /"501m"\n {2}wanted {2}at most 500m/],
    "an init container": [initContainerWith(requests(2)), /init container migrate/],
  },
  unknown: containerWith(requests(UNKNOWN)),
  mutant,
});
