import { UserError } from "@pyairtable/diagnostics";
import { type MonitoringPlanArgs, monitoringPlan } from "@pyairtable/monitoring/plan";
import type { MonitoringPlan, UnwatchedPlan } from "@pyairtable/plan";

/** How the plan is watched; what is wrong is told by its place in the stack file. */
export function watched(plan: UnwatchedPlan, args: MonitoringPlanArgs): MonitoringPlan {
  try {
    return monitoringPlan(plan, args);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      "platform",
      error.diagnostics.map((one) => ({ ...one, path: `platform.${one.path}` })),
    );
  }
}
