import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, editKubernetesContainer, initContainerWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sNotPrivileged } from "./k8s-not-privileged.ts";

const privileged = (value: unknown) => ({ securityContext: { privileged: value } });

export const mutant: Mutant = (graph) =>
  editKubernetesContainer(graph, (container) => (container.securityContext.privileged = true));

testRule(k8sNotPrivileged, {
  passes: { "nothing said": containerWith({}), "not privileged": containerWith(privileged(false)) },
  fails: {
    privileged: [containerWith(privileged(true)), /privileged of container api/],
    "an init container": [initContainerWith(privileged(true)), /init container migrate/],
  },
  unknown: containerWith(privileged(UNKNOWN)),
  mutant,
});
