import { NAME_LABEL } from "@pyairtable/kubernetes-facts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { editPod, servicePodWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sCriticalOutlivesSpot } from "./k8s-critical-outlives-spot.ts";

const LABEL = "karpenter.sh/nodepool";
const labelSelector = { matchLabels: { [NAME_LABEL]: "api" } };
const spread = (maxSkew: unknown, whenUnsatisfiable: string) => ({
  topologySpreadConstraints: [{ maxSkew, topologyKey: LABEL, whenUnsatisfiable, labelSelector }],
});

export const mutant: Mutant = (graph) =>
  editPod(graph, (pod) => {
    pod.topologySpreadConstraints.find((one: { topologyKey: string }) => one.topologyKey === LABEL).whenUnsatisfiable =
      "ScheduleAnyway";
  });

testRule(k8sCriticalOutlivesSpot, {
  passes: {
    "held even": servicePodWith(spread(1, "DoNotSchedule")),
    "on demand": servicePodWith({ nodeSelector: { [LABEL]: "on-demand" } }),
    "on demand by capacity type": servicePodWith({ nodeSelector: { "karpenter.sh/capacity-type": "on-demand" } }),
    "a batch service on Spot": servicePodWith({ nodeSelector: { [LABEL]: "spot" } }, "import-worker"),
  },
  fails: {
    anywhere: [
      servicePodWith({}),
      /spread over karpenter.sh\/nodepool or karpenter.sh\/capacity-type\n {2}got {5}nothing/,
    ],
    "Spot alone": [servicePodWith({ nodeSelector: { [LABEL]: "spot" } }), /on-demand nodes only/],
    "a constraint that gives way": [servicePodWith(spread(1, "ScheduleAnyway")), /\[1,"ScheduleAnyway"\]/],
    uneven: [servicePodWith(spread(2, "DoNotSchedule")), /\[2,"DoNotSchedule"\]/],
  },
  unknown: servicePodWith(spread(UNKNOWN, "DoNotSchedule")),
  mutant,
});
