import type { WorkloadSize } from "./common-args.ts";
import { checkSize } from "./common-normalise.ts";
import table from "./data/sizes.json" with { type: "json" };
import type { Reporter } from "./reporter.ts";

type Sizes = typeof table.sizes;
/** Add-ons that run pods. */
export type SizedAddOn = keyof Sizes;
/** Deployments of an add-on by name. */
export type WorkloadOf<AddOn extends SizedAddOn> = keyof Sizes[AddOn] & string;

/** Replicas, requests and limits of every deployment of every add-on, before args change them. */
export const SIZES: { readonly [AddOn in SizedAddOn]: Readonly<Record<WorkloadOf<AddOn>, WorkloadSize>> } = table.sizes;

/** What args may change of a size. */
export type SizeArgs<AddOn extends SizedAddOn> = { readonly [Workload in WorkloadOf<AddOn>]?: Partial<WorkloadSize> };

/** Sizes with the args laid over them, checked. */
export function normaliseSizes<AddOn extends SizedAddOn>(
  addOn: AddOn,
  args: SizeArgs<AddOn> | undefined,
  report: Reporter,
): Record<WorkloadOf<AddOn>, WorkloadSize> {
  const entries = Object.entries<WorkloadSize>(SIZES[addOn]).map(([workload, size]) => {
    const merged = { ...size, ...args?.[workload as WorkloadOf<AddOn>] };
    checkSize(`sizes.${workload}`, merged, report);
    return [workload, merged] as const;
  });
  return Object.fromEntries(entries) as Record<WorkloadOf<AddOn>, WorkloadSize>;
}

/** What an add-on asks for together. */
export function requestsOf(addOn: SizedAddOn): { readonly cpuMillicores: number; readonly memoryMiB: number } {
  const sizes = Object.values<WorkloadSize>(SIZES[addOn]);
  const sum = (of: (size: WorkloadSize) => number) =>
    sizes.reduce((total, size) => total + of(size) * size.replicas, 0);
  return { cpuMillicores: sum((size) => size.cpuMillicores), memoryMiB: sum((size) => size.memoryMiB) };
}
