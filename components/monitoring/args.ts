import type { MonitoringPlan, Plan } from "@pyairtable/plan";
import type { World } from "./world.ts";

/** One component for every runtime. Plain values decide; each world brings its own wiring. */
export interface MonitoringArgs {
  readonly plan: Plan;
  /** `monitoringPlan(plan, …)` of packages/monitoring/plan. */
  readonly monitoring: MonitoringPlan;
  /** Grafana's dashboards by name, as `npm run generate` wrote them. Needed where Grafana is on. */
  readonly dashboards: Readonly<Record<string, string>>;
  /** `onEcs(…)`, `inCloudWatch(…)`, `onKubernetes(…)`: those that the plan has. */
  readonly worlds: readonly World[];
}
