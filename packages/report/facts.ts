import { type PlanCost, pricePlan } from "@pyairtable/cost-model";
import { type MonitoringSettings, ruleFiles } from "@pyairtable/monitoring";
import { settingsOf } from "@pyairtable/monitoring/plan";
import type { Plan } from "@pyairtable/plan";
import { type AlertRule, isAlert, type SloSpec, specsFromPlan } from "@pyairtable/slo";
import { availabilityOf, type PlanAvailability, spotShareOf } from "@pyairtable/spot-risk";
import type { ControlRule, ReportInput } from "./input.ts";

/** What the plan itself says, computed once for all sections. */
export interface Facts {
  readonly plan: Plan;
  readonly cost: PlanCost;
  readonly availability: PlanAvailability;
  /** Of vCPU at minimum replicas, 0 to 1. */
  readonly spotShare: number;
  readonly objectives: readonly SloSpec[];
  readonly alerts: readonly AlertRule[];
  readonly recordingRules: number;
  readonly settings: MonitoringSettings;
  readonly rules: readonly ControlRule[];
  readonly frameworks: Readonly<Record<string, string>>;
}

export function factsOf({ plan, rules, frameworks }: ReportInput): Facts {
  const settings = settingsOf(plan.monitoring);
  const all = ruleFiles(plan, settings).flatMap(({ groups }) => groups.flatMap((group) => group.rules));
  const alerts = all.filter(isAlert);
  return {
    plan,
    cost: pricePlan(plan),
    availability: availabilityOf(plan),
    spotShare: spotShareOf(plan),
    objectives: specsFromPlan(plan),
    alerts,
    recordingRules: all.length - alerts.length,
    settings,
    rules,
    frameworks,
  };
}
