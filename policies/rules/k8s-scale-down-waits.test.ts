import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { hpa } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sScaleDownWaits } from "./k8s-scale-down-waits.ts";

const down = (stabilizationWindowSeconds: unknown) => hpa({ behavior: { scaleDown: { stabilizationWindowSeconds } } });

export const mutant: Mutant = (graph) =>
  edit(graph, "kubernetes:autoscaling/v2:HorizontalPodAutoscaler", ({ spec }) => {
    spec.behavior = { ...spec.behavior, scaleDown: { stabilizationWindowSeconds: 0 } };
  });

testRule(k8sScaleDownWaits, {
  config: { minSeconds: 120 },
  passes: { "the API's default": hpa({}), "two minutes": down(120) },
  fails: { "at once": [down(0), /wait before scaling down\n {2}got {5}0\n {2}wanted {2}at least 120 s/] },
  unknown: down(UNKNOWN),
  mutant,
});
