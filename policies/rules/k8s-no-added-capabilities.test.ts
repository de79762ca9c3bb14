import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, editKubernetesContainer, initContainerWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sNoAddedCapabilities } from "./k8s-no-added-capabilities.ts";

const add = (...all: string[]) => ({ securityContext: { capabilities: { add: all } } });

export const mutant: Mutant = (graph) =>
  editKubernetesContainer(graph, (container) => (container.securityContext.capabilities.add = ["NET_BIND_SERVICE"]));

testRule(k8sNoAddedCapabilities, {
  passes: { none: containerWith({}), "an empty list": initContainerWith(add()) },
  fails: {
    one: [containerWith(add("NET_BIND_SERVICE")), /\["NET_BIND_SERVICE"\]/],
    "an init container": [initContainerWith(add("SYS_PTRACE")), /init container migrate/],
  },
  unknown: containerWith({ securityContext: { capabilities: { add: UNKNOWN } } }),
  mutant,
});
