import { catalogService } from "../facts.ts";
import { podRule } from "../pod-rule.ts";
import { CAPACITY, isPinnedTo, spreadOver } from "../read/kubernetes/placement.ts";
import { serviceOf } from "../service-of.ts";

const MOVED: ReadonlySet<string> = new Set(["Deployment", "StatefulSet"]);

export const k8sCriticalOutlivesSpot = podRule({
  id: "k8s-critical-outlives-spot",
  title: "A critical service outlives the loss of all Spot: held even over both kinds of node, or on demand only.",
  severity: "critical",
  remediation: "Take the placement of the plan: `spread` holds pods over the capacity label, with DoNotSchedule.",
  controls: ["wa:reliability"],
  config: CAPACITY,
  kinds: MOVED,
  of: "services",
  *check(workload, { capacityLabel, onDemand }) {
    if (catalogService(serviceOf(workload))?.tier !== "critical") return;
    if (isPinnedTo(workload.pod, capacityLabel, onDemand)) return;
    const constraint = spreadOver(workload, capacityLabel);
    // A soft constraint gives way just when Spot is all there is.
    if (constraint?.maxSkew === 1 && constraint.whenUnsatisfiable === "DoNotSchedule") return;
    const got = constraint === undefined ? undefined : [constraint.maxSkew, constraint.whenUnsatisfiable];
    const wanted = "maxSkew 1 with DoNotSchedule, or on-demand nodes only";
    yield { what: `spread over ${capacityLabel}`, got, wanted, fix: "Take the placement of the plan." };
  },
});
