import { firstOf } from "../testing/add.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { copyOf, hpa, ofService, scaledObject } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sOneAutoscalerAWorkload } from "./k8s-one-autoscaler-a-workload.ts";

export const mutant: Mutant = (graph) => {
  const first = firstOf(graph, "kubernetes:autoscaling/v2:HorizontalPodAutoscaler", ofService("record-service"));
  graph.push(copyOf(first, "record-service-again"));
};

testRule(k8sOneAutoscalerAWorkload, {
  passes: { one: hpa({}), "two of two": [hpa({}), hpa({}, "other")] },
  fails: {
    "HPA and ScaledObject": [
      [hpa({}), scaledObject({})],
      /autoscalers of records\/Deployment\/api[\s\S]*\["HorizontalPodAutoscaler records\/api","ScaledObject records\/api"\]/,
    ],
    "two HPAs": [[hpa({}), hpa({})], /wanted {2}one/],
  },
  unknown: [hpa({}), hpa({ scaleTargetRef: UNKNOWN })],
  mutant,
});
