import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, editKubernetesContainer } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sLivenessNotStricter } from "./k8s-liveness-not-stricter.ts";

const probes = (live: unknown, ready: unknown) =>
  containerWith({
    livenessProbe: { periodSeconds: live, failureThreshold: 2 },
    readinessProbe: { periodSeconds: ready, failureThreshold: 2 },
  });

export const mutant: Mutant = (graph) =>
  editKubernetesContainer(graph, ({ livenessProbe }) => {
    livenessProbe.periodSeconds = 1;
    livenessProbe.failureThreshold = 1;
  });

testRule(k8sLivenessNotStricter, {
  passes: {
    longer: probes(10, 5),
    equal: probes(5, 5),
    "readiness alone": containerWith({ readinessProbe: {} }),
  },
  fails: { shorter: [probes(4, 5), /liveness window of container api\n {2}got {5}8\n {2}wanted {2}at least 10 s/] },
  unknown: probes(UNKNOWN, 5),
  mutant,
});
