import type { Plan, ServicePlan } from "@pyairtable/plan";
import { isOnThisBill } from "./makes.ts";

/** Secrets that only this service reads: its own cost. */
export function ownSecrets(plan: Plan, service: ServicePlan): string[] {
  const readers = readersBySecret(plan);
  return [...secretNames(service)].filter((name) => readers.get(name) === 1).sort();
}

/** Secrets that several services read: nobody's own. */
export function sharedSecrets(plan: Plan): string[] {
  return [...readersBySecret(plan)].flatMap(([name, readers]) => (readers > 1 ? [name] : [])).sort();
}

function readersBySecret(plan: Plan): Map<string, number> {
  const readers = new Map<string, number>();
  for (const service of plan.services) {
    // Somebody else's cluster reads from wherever its owner keeps secrets.
    if (!isOnThisBill(service, plan)) continue;
    for (const name of secretNames(service)) readers.set(name, (readers.get(name) ?? 0) + 1);
  }
  return readers;
}

function secretNames(service: ServicePlan): Set<string> {
  return new Set(service.secrets.map((secret) => secret.secretName));
}
