import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, editKubernetesContainer, initContainerWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sCapabilitiesDropped } from "./k8s-capabilities-dropped.ts";

const drop = (...all: string[]) => ({ securityContext: { capabilities: { drop: all } } });

export const mutant: Mutant = (graph) =>
  editKubernetesContainer(graph, (container) => (container.securityContext.capabilities.drop = ["NET_RAW"]));

testRule(k8sCapabilitiesDropped, {
  passes: { all: containerWith(drop("ALL")) },
  fails: {
    "nothing said": [containerWith({}), /dropped capabilities of container api/],
    some: [containerWith(drop("NET_RAW")), /\["NET_RAW"\]/],
    "an init container": [initContainerWith({}), /init container migrate/],
  },
  unknown: containerWith({ securityContext: { capabilities: { drop: UNKNOWN } } }),
  mutant,
});
