import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { hpa, scaledObject } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sScaleUpAnswersAtOnce } from "./k8s-scale-up-answers-at-once.ts";

const up = (scaleUp: object) => hpa({ behavior: { scaleUp } });
const every = (periodSeconds: number) => ({ type: "Pods", value: 1, periodSeconds });

export const mutant: Mutant = (graph) =>
  edit(graph, "kubernetes:autoscaling/v2:HorizontalPodAutoscaler", ({ spec }) => {
    spec.behavior.scaleUp.stabilizationWindowSeconds = 120;
  });

testRule(k8sScaleUpAnswersAtOnce, {
  config: { maxSeconds: 30 },
  passes: {
    "the API's defaults": hpa({}),
    "at once": up({ stabilizationWindowSeconds: 0, policies: [every(15)] }),
    "one of two policies fast": up({ policies: [every(60), every(30)] }),
    "a queue polled each 30 s": scaledObject({}),
  },
  fails: {
    "a wait": [up({ stabilizationWindowSeconds: 60 }), /wait before scaling up\n {2}got {5}60/],
    "a long period": [up({ policies: [every(60)] }), /period of scaling up\n {2}got {5}60/],
    never: [up({ selectPolicy: "Disabled" }), /"Disabled"/],
    "a slow poll": [scaledObject({ pollingInterval: 300 }), /polling interval\n {2}got {5}300/],
    "KEDA's own HPA waits": [
      scaledObject({
        advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleUp: { stabilizationWindowSeconds: 9 } } } },
      }),
      /wait before scaling up/,
    ],
  },
  unknown: up({ stabilizationWindowSeconds: UNKNOWN }),
  mutant,
});
