import { catalogService } from "../facts.ts";
import { podRule } from "../pod-rule.ts";
import { CAPACITY, isOnDemand, spreadOver } from "../read/kubernetes/placement.ts";
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
  *check(workload, capacity) {
    if (catalogService(serviceOf(workload))?.tier !== "critical" || isOnDemand(workload.pod, capacity)) return;
    const { capacityLabels } = capacity;
    const constraints = capacityLabels.map((label) => spreadOver(workload, label)).filter((one) => one !== undefined);
    // A soft constraint gives way just when Spot is all there is.
    if (constraints.some((one) => one.maxSkew === 1 && one.whenUnsatisfiable === "DoNotSchedule")) return;
    const got = constraints.map(({ maxSkew, whenUnsatisfiable }) => [maxSkew, whenUnsatisfiable]);
    const wanted = "maxSkew 1 with DoNotSchedule, or on-demand nodes only";
    const fix = "Take the placement of the plan.";
    yield { what: `spread over ${capacityLabels.join(" or ")}`, got: got[0], wanted, fix };
  },
});
