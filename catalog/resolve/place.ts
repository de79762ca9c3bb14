import { allocateSpot, type SpotAllocation, type SpotOptions } from "@pyairtable/spot-risk";
import { sizeNamed } from "../sizes.ts";
import type { Effective } from "./effective.ts";

/** Where all tasks run; sizes have been checked. */
export function placeAll(effective: readonly Effective[], options: SpotOptions): SpotAllocation {
  return allocateSpot(
    effective.map(({ entry, sizeName, replicas }) => ({
      name: entry.name,
      tier: entry.tier,
      cpuUnits: sizeNamed(sizeName)!.cpuUnits,
      replicas,
    })),
    options,
  );
}
