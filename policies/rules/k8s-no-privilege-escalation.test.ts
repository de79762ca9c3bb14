import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, editKubernetesContainer, initContainerWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sNoPrivilegeEscalation } from "./k8s-no-privilege-escalation.ts";

const with_ = (allowPrivilegeEscalation: unknown) => ({ securityContext: { allowPrivilegeEscalation } });

export const mutant: Mutant = (graph) =>
  editKubernetesContainer(graph, (container) => delete container.securityContext.allowPrivilegeEscalation);

testRule(k8sNoPrivilegeEscalation, {
  passes: { closed: containerWith(with_(false)) },
  fails: {
    "nothing said": [containerWith({}), /container api\n {2}got {5}nothing/],
    open: [containerWith(with_(true)), /got {5}true/],
    "an init container": [initContainerWith({}), /init container migrate/],
  },
  unknown: containerWith(with_(UNKNOWN)),
  mutant,
});
