import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { editDeployment, hpa, podWith, scaledObject } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sReplicasLeftToAutoscaler } from "./k8s-replicas-left-to-autoscaler.ts";

const three = podWith({}, {}, { replicas: 3 });

export const mutant: Mutant = (graph) => editDeployment(graph, (spec) => (spec.replicas = 2));

testRule(k8sReplicasLeftToAutoscaler, {
  passes: {
    "left out": [podWith({}), hpa({})],
    "without an autoscaler": three,
    "set once": [{ ...three, opts: { ignoreChanges: ["spec.replicas"] } }, hpa({})],
  },
  fails: {
    "under an HPA": [[three, hpa({})], /spec.replicas\n {2}got {5}3/],
    "under a ScaledObject": [[three, scaledObject({})], /left out/],
  },
  unknown: [podWith({}, {}, { replicas: UNKNOWN }), hpa({})],
  mutant,
});
