import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { hpa, ofService, scaledObject } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sAutoscalerBoundsApart } from "./k8s-autoscaler-bounds-apart.ts";

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
    ({ spec }) => (spec.maxReplicas = spec.minReplicas),
    ofService("record-service"),
  );

testRule(k8sAutoscalerBoundsApart, {
  passes: {
    "two to six": hpa({ minReplicas: 2, maxReplicas: 6 }),
    "the API's minimum of one": hpa({ maxReplicas: 2 }),
    "KEDA's defaults": scaledObject({}),
  },
  fails: {
    equal: [hpa({ minReplicas: 2, maxReplicas: 2 }), /maximum of replicas\n {2}got {5}2\n {2}wanted {2}more than 2/],
    "the wrong way round": [scaledObject({ minReplicaCount: 5, maxReplicaCount: 3 }), /more than 5/],
    "an HPA to zero": [hpa({ minReplicas: 0, maxReplicas: 2 }), /minimum of replicas\n {2}got {5}0/],
  },
  unknown: hpa({ minReplicas: UNKNOWN, maxReplicas: 2 }),
  mutant,
});
