import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, editKubernetesContainer, initContainerWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sPodNotRoot } from "./k8s-pod-not-root.ts";

const own = (securityContext: object) => ({ securityContext });

export const mutant: Mutant = (graph) =>
  editKubernetesContainer(graph, (container) => (container.securityContext.runAsUser = 0));

testRule(k8sPodNotRoot, {
  passes: {
    "by the pod": containerWith({}, own({ runAsNonRoot: true, runAsUser: 65532 })),
    "by the container": containerWith(own({ runAsNonRoot: true })),
    "by the container over the pod": containerWith(own({ runAsUser: 1 }), own({ runAsNonRoot: true, runAsUser: 0 })),
  },
  fails: {
    "nothing said": [containerWith({}), /runAsNonRoot of container api\n {2}got {5}nothing/],
    "root by number": [containerWith({}, own({ runAsNonRoot: true, runAsUser: 0 })), /user of container api/],
    "a container over its pod": [
      containerWith(own({ runAsNonRoot: false }), own({ runAsNonRoot: true })),
      /got {5}false/,
    ],
    "an init container": [initContainerWith({}), /init container migrate/],
  },
  unknown: containerWith(own({ runAsNonRoot: UNKNOWN })),
  mutant,
});
