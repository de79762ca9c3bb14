import { firstOf } from "../testing/add.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { copyOf, hpa, ofService, podWith, scaledObject } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sAutoscalerTargetExists } from "./k8s-autoscaler-target-exists.ts";

export const mutant: Mutant = (graph) => {
  const first = firstOf(graph, "kubernetes:autoscaling/v2:HorizontalPodAutoscaler", ofService("record-service"));
  const stray = copyOf(first, "stray");
  stray.props.spec.scaleTargetRef.name = "gone";
  if (stray.inputs !== undefined) stray.inputs.spec.scaleTargetRef.name = "gone";
  graph.push(stray);
};

testRule(k8sAutoscalerTargetExists, {
  passes: { "its workload": [podWith({}), hpa({})], "by the default kind": [podWith({}), scaledObject({})] },
  fails: {
    "no such name": [[podWith({}), hpa({}, "other")], /target\n {2}got {5}"records\/Deployment\/other"/],
    "another kind": [[podWith({}), hpa({ scaleTargetRef: { kind: "StatefulSet", name: "api" } })], /StatefulSet/],
  },
  unknown: [podWith({}), hpa({ scaleTargetRef: UNKNOWN })],
  mutant,
});
