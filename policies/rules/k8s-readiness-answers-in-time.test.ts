import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { editKubernetesContainer, serviceContainerWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sReadinessAnswersInTime } from "./k8s-readiness-answers-in-time.ts";

const readiness = (readinessProbe: object) => serviceContainerWith({ readinessProbe });

export const mutant: Mutant = (graph) =>
  editKubernetesContainer(graph, ({ readinessProbe }) => {
    readinessProbe.periodSeconds = 11;
    readinessProbe.failureThreshold = 1;
  });

testRule(k8sReadinessAnswersInTime, {
  config: { maxSeconds: 10 },
  passes: {
    "ten seconds": readiness({ periodSeconds: 5, failureThreshold: 2 }),
    "no probe, which another rule catches": serviceContainerWith({}),
  },
  fails: {
    "eleven seconds": [readiness({ periodSeconds: 11, failureThreshold: 1 }), /got {5}11\n {2}wanted {2}at most 10 s/],
    "the API's defaults": [readiness({}), /got {5}30/],
  },
  unknown: readiness({ periodSeconds: UNKNOWN }),
  mutant,
});
