import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, editKubernetesContainer, initContainerWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sRootReadOnly } from "./k8s-root-read-only.ts";

const readOnly = (readOnlyRootFilesystem: unknown) => ({ securityContext: { readOnlyRootFilesystem } });

export const mutant: Mutant = (graph) =>
  editKubernetesContainer(graph, (container) => (container.securityContext.readOnlyRootFilesystem = false));

testRule(k8sRootReadOnly, {
  passes: { "read-only": containerWith(readOnly(true)) },
  fails: {
    "nothing said": [containerWith({}), /container api\n {2}got {5}nothing/],
    writable: [containerWith(readOnly(false)), /got {5}false/],
    "an init container": [initContainerWith({}), /init container migrate/],
  },
  unknown: containerWith(readOnly(UNKNOWN)),
  mutant,
});
