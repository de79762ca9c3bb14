import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { release } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { karpenterInterruptionQueueSet } from "./karpenter-interruption-queue-set.ts";

const queue = (interruptionQueue?: string) => release({ values: { settings: { interruptionQueue } } });

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    "kubernetes:helm.sh/v3:Release",
    (props) => (props.values.settings.interruptionQueue = ""),
    ({ props }) => /karpenter$/.test(props.chart),
  );

testRule(karpenterInterruptionQueueSet, {
  passes: {
    "a queue": queue("pyairtable-prod-karpenter"),
    "a queue not made yet": queue(UNKNOWN),
    "another chart": release({ chart: "argo-cd" }),
  },
  fails: {
    "no values": [release({}), /settings.interruptionQueue\n {2}got {5}nothing/],
    "an empty name": [queue(""), /got {5}""/],
  },
  unknown: release({ chart: UNKNOWN }),
  mutant,
});
