import { remove } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { hpa, ofService, podWith, scaledObject, servicePodWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sServiceAutoscaled } from "./k8s-service-autoscaled.ts";

export const mutant: Mutant = (graph) =>
  remove(graph, (one) => /:(HorizontalPodAutoscaler|ScaledObject)$/.test(one.type) && ofService("import-worker")(one));

testRule(k8sServiceAutoscaled, {
  config: { exempt: ["records/fixed"] },
  passes: {
    "an HPA": [servicePodWith({}), hpa({})],
    "a ScaledObject": [servicePodWith({}), scaledObject({})],
    "an add-on": podWith({}),
  },
  fails: {
    none: [servicePodWith({}), /autoscaler\n {2}got {5}nothing/],
    "another's": [[servicePodWith({}), hpa({}, "other")], /wanted {2}one/],
  },
  unknown: [servicePodWith({}), hpa({ scaleTargetRef: UNKNOWN })],
  mutant,
});
