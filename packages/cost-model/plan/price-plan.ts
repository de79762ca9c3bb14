import type { Plan } from "@pyairtable/plan";
import { HOURS_PER_MONTH } from "../assumptions.ts";
import { sumCents } from "../line.ts";
import { type Cents, percentSaved, toUsd } from "../money.ts";
import { priceBook } from "../prices.ts";
import { baselineSharedLines } from "./baseline-lines.ts";
import { monitoringShadowLines } from "./monitoring-lines.ts";
import {
  type PlanCost,
  SERVICE_PARTS,
  type ServiceCost,
  type ServicePart,
  SHARED_PARTS,
  type SharedCost,
  type SharedPart,
} from "./parts.ts";
import { planAssumptions } from "./plan-assumptions.ts";
import { baselineServiceLines, plannedServiceLines, shadowCents } from "./service-lines.ts";
import { plannedSharedLines } from "./shared-lines.ts";
import { sharedReasons } from "./shared-reasons.ts";

/** Prices a plan and the state before it. Throws a `UserError` for a region without prices. */
export function pricePlan(plan: Plan): PlanCost {
  const book = priceBook(plan.region);
  const services: Record<string, ServiceCost> = {};
  let baseline: Cents = 0;
  let planned: Cents = 0;
  let shadow: Cents = 0;

  for (const service of plan.services) {
    const lines = plannedServiceLines(book, plan, service);
    const parts = {} as Record<ServicePart, number>;
    let after: Cents = 0;
    for (const part of SERVICE_PARTS) {
      const cents = sumCents(lines[part]);
      parts[part] = toUsd(cents);
      after += cents;
    }
    const before = sumCents(baselineServiceLines(book, service));
    const unbilled = shadowCents(book, plan, service);
    services[service.name] = {
      baselineUsd: toUsd(before),
      plannedUsd: toUsd(after),
      parts,
      shadowUsd: toUsd(unbilled),
    };
    shadow += unbilled;
    baseline += before;
    planned += after;
  }

  shadow += sumCents(monitoringShadowLines(book, plan));

  const shared = {} as Record<SharedPart, SharedCost>;
  const sharedBefore = baselineSharedLines(book, plan);
  const sharedAfter = plannedSharedLines(book, plan);
  const reasons = sharedReasons(plan);
  for (const part of SHARED_PARTS) {
    const before = sumCents(sharedBefore[part] ?? []);
    const after = sumCents(sharedAfter[part]);
    shared[part] = { baselineUsd: toUsd(before), plannedUsd: toUsd(after), why: reasons[part] };
    baseline += before;
    planned += after;
  }

  return {
    currency: "USD",
    hoursPerMonth: HOURS_PER_MONTH,
    region: plan.region,
    baselineUsd: toUsd(baseline),
    plannedUsd: toUsd(planned),
    savedUsd: toUsd(baseline - planned),
    savedPercent: percentSaved(baseline, planned),
    shadowUsd: toUsd(shadow),
    services,
    shared,
    assumptions: planAssumptions(book, plan, services),
  };
}
