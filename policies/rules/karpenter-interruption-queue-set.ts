import { chartNameOf, RELEASE } from "../read/helm.ts";
import { type Finding, notApplicable, resourceRule } from "../rule.ts";
import { isUnknown } from "../unknown.ts";

interface KarpenterValues {
  readonly settings?: { readonly interruptionQueue?: string };
}

export const karpenterInterruptionQueueSet = resourceRule({
  id: "karpenter-interruption-queue-set",
  title: "Karpenter hears of Spot interruptions by a queue, and drains the node in its two minutes.",
  severity: "critical",
  remediation: "Set settings.interruptionQueue of the chart to the queue that EventBridge fills.",
  controls: ["wa:reliability"],
  types: [RELEASE],
  check({ props }) {
    if (chartNameOf(props) !== "karpenter") return notApplicable("another chart");
    const { settings } = (props.values ?? {}) as KarpenterValues;
    // A queue not made yet has a name all the same.
    if (isUnknown(() => settings?.interruptionQueue) || (settings?.interruptionQueue ?? "") !== "") return [];
    const finding: Finding = {
      what: "settings.interruptionQueue",
      got: settings?.interruptionQueue,
      wanted: "the name of a queue",
      fix: "Set it in the chart's values.",
    };
    return [finding];
  },
});
