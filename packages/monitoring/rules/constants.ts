import type { Plan } from "@pyairtable/plan";
import type { Labels, RecordingRule } from "@pyairtable/slo";
import type { PlatformFacts, ServiceFacts } from "../facts.ts";
import { awakeExpression, surelyAwake } from "./awake.ts";
import { SERIES } from "./names.ts";

/** What the plan decided, as series: sizes, floors, prices, budgets. They change with a release and join by `service`. */
export function constantRules(plan: Plan, facts: PlatformFacts): RecordingRule[] {
  const year = Number(plan.usageWindow.to.slice(0, 4));
  return [
    { record: SERIES.awake, expr: awakeExpression(surelyAwake(plan.offHours, year)) },
    constant(SERIES.sharedCost, facts.sharedUsdPerHour),
    constant(SERIES.budgetDaily, facts.budgetDailyUsd),
    constant(SERIES.budgetMonthly, facts.budgetMonthlyUsd),
    ...facts.services.flatMap(serviceConstants),
  ];
}

function serviceConstants(facts: ServiceFacts): RecordingRule[] {
  const { service, owner, tier, domain, runtime } = facts;
  const of = (record: string, value: number | null) => (value === null ? [] : [constant(record, value, { service })]);
  return [
    constant(SERIES.info, 1, { service, owner, tier, domain, runtime }),
    ...of(SERIES.sizeVcpu, facts.vcpu),
    ...of(SERIES.sizeBytes, facts.memoryBytes),
    ...of(SERIES.limitVcpu, facts.vcpuMax),
    ...of(SERIES.limitBytes, facts.memoryBytesMax),
    ...of(SERIES.replicasMax, facts.replicasMax),
    { record: SERIES.replicasExpected, expr: expectedReplicas(facts), labels: { service } },
    ...of(SERIES.vcpuPrice, facts.usdPerVcpuHour),
    ...of(SERIES.gibPrice, facts.usdPerGiBHour),
    ...of(SERIES.otherCost, facts.otherUsdPerHour),
    ...of(SERIES.latencyTarget, facts.latencyTargetSeconds),
    ...of(SERIES.disruptionBudget, facts.disruptionBudget ? 1 : null),
  ];
}

/** The floor of running replicas at this moment. */
function expectedReplicas({ replicasMin, replicasAsleep }: ServiceFacts): string {
  if (replicasAsleep === null || replicasAsleep >= replicasMin) return `vector(${replicasMin})`;
  return `vector(${replicasAsleep}) + ${replicasMin - replicasAsleep} * ${SERIES.awake}`;
}

function constant(record: string, value: number, labels?: Labels): RecordingRule {
  return labels === undefined ? { record, expr: `vector(${value})` } : { record, expr: `vector(${value})`, labels };
}
