import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, cronJobWith, editKubernetesContainer, initContainerWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sCpuRequestSet } from "./k8s-cpu-request-set.ts";

const requests = (cpu: unknown) => ({ resources: { requests: { cpu } } });

export const mutant: Mutant = (graph) =>
  editKubernetesContainer(graph, (container) => delete container.resources.requests.cpu);

testRule(k8sCpuRequestSet, {
  config: { exempt: ["records/nightly"] },
  passes: {
    millicores: containerWith(requests("250m")),
    cores: containerWith(requests("0.5")),
    "an exempt workload": cronJobWith({ containers: [{ name: "job" }] }),
  },
  fails: {
    "no resources": [containerWith({}), /CPU request of container api\n {2}got {5}nothing/],
    "a limit alone": [containerWith({ resources: { limits: { cpu: "1" } } }), /requests.cpu/],
    zero: [containerWith(requests("0")), /got {5}"0"/],
    "no quantity": [containerWith(requests("half")), /"half"/],
    "an init container": [initContainerWith({}), /init container migrate/],
    "a sidecar": [initContainerWith({ restartPolicy: "Always" }), /sidecar migrate/],
  },
  unknown: containerWith(requests(UNKNOWN)),
  mutant,
});
