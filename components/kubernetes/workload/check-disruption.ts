import type { Reporter } from "../../shared/index.ts";
import type { WorkloadRecord } from "./record.ts";

/**
 * A budget that lets every drain end. The floor stays below every count the autoscaler may hold for long: awake, and
 * off hours. With no pod at all there is nothing to drain.
 */
export function checkDisruption({ disruption, replicas, autoscaler }: WorkloadRecord, report: Reporter): void {
  if (disruption.kind === "none") {
    report.reason("disruption.why", disruption.why);
    return;
  }
  const fewest = Math.min(...[replicas.min, autoscaler.minReplicas].filter((count) => count > 0));
  report.unless(Number.isInteger(disruption.pods) && disruption.pods >= 1, {
    code: "drain-blocked",
    path: "disruption.pods",
    got: disruption.pods,
    wanted: disruption.kind === "max-unavailable" ? "1 or more pods away" : "a floor of 1 or more pods",
    fix: 'Allow one at least, or choose kind "none" and say why.',
  });
  if (disruption.kind === "max-unavailable") return;
  report.unless(disruption.pods < fewest, {
    code: "drain-blocked",
    path: "disruption.pods",
    got: disruption.pods,
    wanted:
      fewest < 2 ? 'kind "none" or "max-unavailable": there may be one pod alone' : `a floor of 1 to ${fewest - 1}`,
    fix: "Lower it or raise the minimum: with every pod in the floor no node can ever be drained.",
  });
}
