import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { editDeployment, podWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sServiceLabelInCatalog } from "./k8s-service-label-in-catalog.ts";

const LABEL = "pyairtable.io/service";

export const mutant: Mutant = (graph) =>
  editDeployment(graph, (spec) => (spec.template.metadata.labels[LABEL] = "recrod-service"));

testRule(k8sServiceLabelInCatalog, {
  passes: {
    "a service": podWith({}, { [LABEL]: "record-service" }),
    platform: podWith({}, { [LABEL]: "platform" }),
    "no label": podWith({}),
  },
  fails: {
    "a misspelt name": [
      podWith({}, { [LABEL]: "recrod-service" }),
      /pyairtable.io\/service in labels[\s\S]*in pod labels/,
    ],
  },
  unknown: podWith({}, { [LABEL]: UNKNOWN }),
  mutant,
});
