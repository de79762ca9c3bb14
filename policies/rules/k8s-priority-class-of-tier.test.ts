import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { editPod, podWith, servicePodWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sPriorityClassOfTier } from "./k8s-priority-class-of-tier.ts";

const of = (priorityClassName: string) => ({ priorityClassName });

export const mutant: Mutant = (graph) => editPod(graph, (pod) => (pod.priorityClassName = "pyairtable-batch"));

testRule(k8sPriorityClassOfTier, {
  passes: {
    "critical for a critical service": servicePodWith(of("pyairtable-critical")),
    "batch for a batch service": servicePodWith(of("pyairtable-batch"), "import-worker"),
    "the add-ons' own": podWith(of("pyairtable-add-on")),
    "Kubernetes' own for an add-on": podWith(of("system-node-critical")),
  },
  fails: {
    none: [servicePodWith({}), /got {5}nothing\n {2}wanted {2}pyairtable-critical/],
    "critical for a batch service": [
      servicePodWith(of("pyairtable-critical"), "import-worker"),
      /wanted {2}pyairtable-batch/,
    ],
    "an unknown class": [podWith(of("high")), /"high"/],
  },
  unknown: servicePodWith(of(UNKNOWN)),
  mutant,
});
