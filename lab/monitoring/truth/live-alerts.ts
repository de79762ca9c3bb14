import { BURN_WINDOWS, PERIOD_DAYS, type SloSpec, specsFromPlan } from "@pyairtable/slo";
import type { Lab } from "../context.ts";
import { scenarioOf } from "../plan.ts";
import { MINUTE_SECONDS, minuteAt } from "../series/clock.ts";
import type { ServiceHistory } from "../series/history.ts";
import { sum, trailingMean } from "./by-minute.ts";
import { trueCosts } from "./cost.ts";

/** Alerts that must fire at a moment, and those near enough to their threshold that they may. */
export interface Expected {
  readonly must: ReadonlySet<string>;
  readonly may: ReadonlySet<string>;
}

/** `alert service objective`, with what the alert has of these. */
export const alertKey = ({ alertname = "", service = "", slo = "" }: Readonly<Record<string, string>>) =>
  [alertname, service, slo].filter((part) => part !== "").join(" ");

/** Well above a threshold, and well below. */
const [SURELY, HARDLY] = [1.2, 0.85];
/** Minutes around now in which a resource's course decides. */
const AROUND = { before: 12, after: 9 } as const;
const RESOURCE = { must: 0.93, may: 0.86 } as const;
const UNCOUNTED = ["SloMetricAbsent", "SloTrafficTooLow"];
const HOUR_SECONDS = 3600;
const LOW_TRAFFIC_FACTOR = 3;

/** What ought to fire after the history's end, computed from the history alone. */
export function expectedAlerts({ plan, history, short }: Lab, nowSeconds: number): Expected {
  const [must, may] = [new Set(["Watchdog"]), new Set<string>()];
  const minute = minuteAt(history.clock, nowSeconds);
  const services = new Map(history.services.map((one) => [one.service.name, one]));
  for (const { service } of history.services) {
    const { verdict } = scenarioOf(service.name);
    if (verdict === "over") must.add(alertKey({ alertname: "ServiceOverprovisioned", service: service.name }));
    if (verdict === "under") must.add(alertKey({ alertname: "ServiceUnderprovisioned", service: service.name }));
  }
  for (const one of history.services) resourceAlerts(one, minute, must, may);
  for (const spec of specsFromPlan(plan)) {
    const one = services.get(spec.service)!;
    if (short && !one.total.some((total) => total > 0)) {
      // The short history counts few services' requests; that the others have none is seen.
      for (const alertname of UNCOUNTED) may.add(alertKey({ alertname, service: spec.service, slo: spec.slo }));
      continue;
    }
    objectiveAlerts(spec, one, minute, must, may);
  }
  // A month's pace counts the scenario's runaways for a week; the alert waits six hours, longer than the check.
  const { platform } = trueCosts(plan, history);
  const pace = 24 * 30.42 * trailingMean(platform, 7 * 1440).at(-1)!;
  if (pace > HARDLY * plan.budget.monthlyUsd) may.add("CostMonthlyForecast");
  // … and only the compared days of those are recorded: less than what the budget counts.
  for (const key of [...must].filter((one) => short && one.startsWith("SloErrorBudgetSpent"))) {
    must.delete(key);
    may.add(key);
  }
  return { must, may };
}

function resourceAlerts(
  { service, usage, life }: ServiceHistory,
  minute: number,
  must: Set<string>,
  may: Set<string>,
): void {
  const [first, last] = [minute - AROUND.before, minute + AROUND.after];
  // Who sleeps uses nothing.
  if (!life.replicas.some(({ from, to }) => from < last && to > first)) return;
  const runs = life.replicas.some(({ slot, from, to }) => slot === 0 && from <= first && to >= last);
  const around = (values: Float64Array) => values.slice(first, last);
  const decide = (alertname: string, values: Float64Array, alsoMust: boolean): void => {
    const key = alertKey({ alertname, service: service.name });
    if (alsoMust && runs && Math.min(...values) > RESOURCE.must) must.add(key);
    else if (Math.max(...values) > RESOURCE.may) may.add(key);
  };
  const cpu = around(usage.cpu);
  decide("CpuSaturated", cpu, true);
  // How much it waits depends on the runtime; the past's check looks closer.
  decide("CpuThrottled", cpu, false);
  decide("MemoryNearLimit", around(usage.memory), true);
  for (const alertname of ["LatencyFollowsResource", "ReplicasAtMaximum"]) decide(alertname, cpu, false);
}

function objectiveAlerts(
  spec: SloSpec,
  one: ServiceHistory,
  minute: number,
  must: Set<string>,
  may: Set<string>,
): void {
  const bad = spec.sli.kind === "errors" ? one.bad : one.slow;
  const budget = 1 - spec.objective;
  const share = (seconds: number, at: number) => {
    const from = Math.max(0, at - Math.round(seconds / MINUTE_SECONDS));
    return { total: sum(one.total, from, at), bad: sum(bad, from, at) };
  };
  const burn = (seconds: number, at: number) => {
    const { total, bad: wrong } = share(seconds, at);
    return total === 0 ? 0 : wrong / total / budget;
  };
  const name = (alertname: string) => alertKey({ alertname, service: spec.service, slo: spec.slo });
  // A window that holds the last minutes before somebody fell asleep says something else soon.
  const around = [minute - AROUND.before, minute, minute + AROUND.before];
  const decide = (alertname: string, level: (at: number) => number, alsoMust = true): void => {
    const levels = around.map(level);
    if (alsoMust && Math.min(...levels) > SURELY) must.add(name(alertname));
    else if (Math.max(...levels) > HARDLY) may.add(name(alertname));
  };
  for (const window of BURN_WINDOWS) {
    if (window.severity === "page" && spec.tier === "batch") continue;
    const { longSeconds, shortSeconds, factor } = window;
    const enough = share(longSeconds, minute).bad > 2 * spec.lowTraffic.minimumBadEvents;
    const level = (at: number) => Math.min(burn(longSeconds, at), burn(shortSeconds, at)) / factor;
    decide(`SloErrorBudgetBurn${pascal(window.name)}`, level, enough);
  }
  decide("SloErrorBudgetSpent", (at) => burn(PERIOD_DAYS * 24 * HOUR_SECONDS, at));
  const thin = around.some((at) => share(HOUR_SECONDS, at).total < 60);
  if (thin) decide("SloErrorsAtLowTraffic", (at) => burn(24 * HOUR_SECONDS, at) / LOW_TRAFFIC_FACTOR, false);
}

const pascal = (words: string) => words.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
