import { NAME_LABEL, ZONE_LABEL } from "@pyairtable/kubernetes-facts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { editPod, servicePodWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sCriticalSpreadOverZones } from "./k8s-critical-spread-over-zones.ts";

const spread = (maxSkew: unknown, app = "api", topologyKey: string = ZONE_LABEL) => ({
  topologySpreadConstraints: [{ maxSkew, topologyKey, labelSelector: { matchLabels: { [NAME_LABEL]: app } } }],
});

export const mutant: Mutant = (graph) =>
  editPod(graph, (pod) => {
    pod.topologySpreadConstraints.find((one: { topologyKey: string }) => one.topologyKey === ZONE_LABEL).topologyKey =
      "kubernetes.io/hostname";
  });

testRule(k8sCriticalSpreadOverZones, {
  passes: {
    even: servicePodWith(spread(1)),
    "a service that is not critical": servicePodWith({}, "import-worker"),
  },
  fails: {
    "no constraint": [servicePodWith({}), /spread over zones\n {2}got {5}nothing/],
    uneven: [servicePodWith(spread(3)), /got {5}3/],
    "of other pods": [servicePodWith(spread(1, "other")), /its own pods/],
    "over nodes alone": [servicePodWith(spread(1, "api", "kubernetes.io/hostname")), /its own pods/],
  },
  unknown: servicePodWith(spread(UNKNOWN)),
  mutant,
});
