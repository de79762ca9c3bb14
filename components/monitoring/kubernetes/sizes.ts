import { cpuQuantity, memoryQuantity } from "../../kubernetes/shared/index.ts";
import table from "./data/sizes.json" with { type: "json" };

export type SizedName = keyof typeof table.sizes;
export const VOLUMES_GIB = table.volumesGiB;

export interface PodResources {
  readonly requests: { readonly cpu: string; readonly memory: string };
  readonly limits: { readonly memory: string };
}

/** CPU is asked for and not limited: throttling would cost samples. Memory is both. */
export function resourcesOf(name: SizedName, memoryMiB: number = table.sizes[name].memoryMiB): PodResources {
  const memory = memoryQuantity(memoryMiB);
  return { requests: { cpu: cpuQuantity(table.sizes[name].cpuMillicores), memory }, limits: { memory } };
}

export const memoryMiBOf = (name: SizedName) => table.sizes[name].memoryMiB;
