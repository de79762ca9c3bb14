import { ECS_SERVICE } from "../read/names.ts";
import { splitAtMinimum } from "../read/placement.ts";
import { cpuUnitsOf, taskOf } from "../read/task-of.ts";
import { notApplicable, stackRule } from "../rule.ts";
import { SHARED_SERVICE, serviceOf } from "../service-of.ts";
import { amount } from "../settings.ts";

export const spotShareOnTarget = stackRule({
  id: "spot-share-on-target",
  title: "The share of vCPU on Spot, all services at their minimum, is within tolerance of the target.",
  severity: "medium",
  remediation:
    "Let the plan place the tasks; for another share change `spot.targetShare` and this rule's `targetShare`.",
  controls: ["wa:cost", "wa:reliability"],
  config: {
    targetShare: amount(0.7, "Wanted share of vCPU on Spot, 0 to 1"),
    tolerance: amount(0.02, "Accepted distance from the target, 0 to 1"),
  },
  check(graph, { targetShare, tolerance }) {
    let spot = 0;
    let all = 0;
    for (const service of graph.ofType(ECS_SERVICE)) {
      // The solver places services; what the platform runs beside them is placed by its own reasons.
      if (serviceOf(service) === SHARED_SERVICE) continue;
      const cpuUnits = cpuUnitsOf(taskOf(graph, service));
      const split = splitAtMinimum(graph, service);
      spot += split.spot * cpuUnits;
      all += (split.spot + split.onDemand) * cpuUnits;
    }
    if (all === 0) return notApplicable("no task runs at the minimum");
    const share = spot / all;
    // Half a thousandth for the rounding of shares given in decimals.
    if (Math.abs(share - targetShare) <= tolerance + 0.0005) return [];
    const wanted = `${targetShare} ± ${tolerance}`;
    return [
      { what: "share of vCPU on Spot", got: Number(share.toFixed(3)), wanted, fix: "Take the placements of the plan." },
    ];
  },
});
