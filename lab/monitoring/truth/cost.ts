import { platformFacts } from "@pyairtable/monitoring";
import type { Plan } from "@pyairtable/plan";
import type { History } from "../series/history.ts";

/** USD an hour in each minute of the history. */
export interface TrueCosts {
  readonly platform: Float64Array;
  readonly services: ReadonlyMap<string, Float64Array>;
}

const GIB = 1024 ** 3;

/** Whatever runs, its own and what strayed, at the plan's prices for its size, beside the rest of the bill. */
export function trueCosts(plan: Plan, { clock, services }: History): TrueCosts {
  const facts = platformFacts(plan);
  const platform = new Float64Array(clock.minutes).fill(facts.sharedUsdPerHour);
  const found = services.map(({ service, life, strays }): [string, Float64Array] => {
    const { usdPerVcpuHour, usdPerGiBHour, vcpu, memoryBytes, otherUsdPerHour } = facts.services.find(
      (one) => one.service === service.name,
    )!;
    const price = (vcpus: number, gib: number) => vcpus * (usdPerVcpuHour ?? 0) + gib * (usdPerGiBHour ?? 0);
    const cost = new Float64Array(clock.minutes).fill(otherUsdPerHour);
    const add = (from: number, to: number, usd: number): void => {
      for (let minute = Math.max(0, from); minute < Math.min(to, clock.minutes); minute++) cost[minute]! += usd;
    };
    for (const { from, to } of life.replicas) add(from, to, price(vcpu, memoryBytes / GIB));
    for (const one of strays) add(one.from, one.to, price(one.vcpu, one.memoryGiB));
    for (const [minute, usd] of cost.entries()) platform[minute]! += usd;
    return [service.name, cost];
  });
  return { platform, services: new Map(found) };
}
