import type { NamespacePlan } from "@pyairtable/plan";
import table from "../../data/kubernetes.json" with { type: "json" };
import type { PlatformConfig } from "../../platform-config.ts";
import { sizeNamed } from "../../sizes.ts";
import type { Effective } from "../effective.ts";
import { namespaceOf } from "./names.ts";
import { millicores } from "./on-kubernetes.ts";

export interface Quota {
  readonly cpuMillicores: number;
  readonly memoryMiB: number;
  readonly pods: number;
}

/** One namespace a domain: what its services may ask for together, and what a careless container gets. */
export function namespacesOf(onKubernetes: readonly Effective[], config: PlatformConfig): NamespacePlan[] {
  const byDomain = Map.groupBy(onKubernetes, ({ entry }) => entry.domain);
  return [...byDomain]
    .map(([domain, services]) => ({
      name: namespaceOf(domain),
      domain,
      owners: [...new Set(services.map(({ entry }) => entry.owner))].sort(),
      quota: { ...(config.kubernetes.quotas[domain] ?? quotaNeeded(services, ({ max }) => max)) },
      limitRange: { ...table.limitRange },
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What services ask for at a replica count, each with the pods of one rolling update on top. */
export function quotaNeeded(
  services: readonly Effective[],
  count: (replicas: { min: number; max: number }) => number,
): Quota {
  const sum = { cpuMillicores: 0, memoryMiB: 0, pods: 0 };
  for (const { sizeName, replicas } of services) {
    const size = sizeNamed(sizeName)!;
    const pods = count(replicas) + Math.ceil(count(replicas) * table.surgeShare);
    sum.cpuMillicores += pods * millicores(size.cpuUnits);
    sum.memoryMiB += pods * size.memoryMiB;
    sum.pods += pods;
  }
  return sum;
}
