import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, cronJobWith, editKubernetesContainer, serviceContainerWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sProbesPresent } from "./k8s-probes-present.ts";

const probes = { startupProbe: {}, readinessProbe: {}, livenessProbe: {} };

export const mutant: Mutant = (graph) => editKubernetesContainer(graph, (container) => delete container.livenessProbe);

testRule(k8sProbesPresent, {
  passes: {
    "all three": serviceContainerWith(probes),
    "a job": cronJobWith({ containers: [{ name: "job" }] }),
    "an add-on": containerWith({}),
    "a sidecar beside": serviceContainerWith(probes, { initContainers: [{ name: "proxy", restartPolicy: "Always" }] }),
  },
  fails: {
    none: [serviceContainerWith({}), /\["startupProbe","readinessProbe","livenessProbe"\]/],
    "one missing": [
      serviceContainerWith({ ...probes, startupProbe: undefined }),
      /container api\n {2}got {5}\["startupProbe"\]/,
    ],
  },
  unknown: serviceContainerWith({ ...probes, readinessProbe: UNKNOWN }),
  mutant,
});
