import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, editDeployment, networkPolicy, object, podWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sGovernedValuesPlain } from "./k8s-governed-values-plain.ts";

export const mutant: Mutant = (graph) => editDeployment(graph, (spec) => (spec.minReadySeconds = UNKNOWN));

testRule(k8sGovernedValuesPlain, {
  passes: {
    "plain values": containerWith({ image: "a:1", resources: { requests: { cpu: "1" } } }),
    "an address of another resource": containerWith({ env: [{ name: "HOST", value: UNKNOWN }], args: [UNKNOWN] }),
    "a kind nobody judges": object("kubernetes:core/v1:ConfigMap", "a", { spec: UNKNOWN }),
  },
  fails: {
    "a request": [
      containerWith({ resources: { requests: { cpu: UNKNOWN } } }),
      /containers\[0\].resources.requests.cpu\n/,
    ],
    "an image": [containerWith({ image: UNKNOWN }), /spec.template.spec.containers\[0\].image\n/],
    "a label": [podWith({}, { owner: UNKNOWN }), /metadata.labels.owner\n[\s\S]*spec.template.metadata.labels.owner/],
    "a whole spec": [networkPolicy(UNKNOWN as unknown as Record<string, unknown>), /: spec\n/],
    "a namespace": [object("kubernetes:core/v1:Service", "a", {}, { namespace: UNKNOWN }), /metadata.namespace/],
  },
  unknownIs: { breach: [podWith({ securityContext: UNKNOWN }), /spec.template.spec.securityContext/] },
  mutant,
});
