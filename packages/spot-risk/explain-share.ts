import { onDemandFloor } from "./floors.ts";
import type { SpotInput, SpotOptions } from "./input.ts";

/** Why the share is what it is; where it misses the target, what would make the target reachable. */
export function explainShare(
  inputs: readonly SpotInput[],
  options: SpotOptions,
  actualShare: number,
  within: boolean,
): string {
  const total = inputs.reduce((sum, s) => sum + s.cpuUnits * s.replicas.min, 0);
  const target = `${percent(options.targetShare)} ± ${percent(options.tolerance)}`;
  if (total === 0) return `no service has a minimum replica, so no vCPU can be on Spot (wanted ${target})`;
  if (within)
    return `${percent(actualShare)} of ${total / 1024} vCPU at minimum replicas is on Spot (wanted ${target})`;
  const held = inputs.reduce((sum, s) => sum + s.cpuUnits * floorAtMin(s), 0);
  const most = (total - held) / total;
  if (most < options.targetShare - options.tolerance) {
    const names = inputs.filter((s) => floorAtMin(s) > 0).map((s) => s.name);
    return (
      `at most ${percent(most)} can be on Spot (wanted ${target}): on-demand floors of critical services hold ` +
      `${held / 1024} of ${total / 1024} vCPU (${names.join(", ")}). Lower spot.targetShare to ${percentDown(most)}, ` +
      "make those tasks smaller, or move a service out of tier critical"
    );
  }
  const largest = [...inputs].sort((a, b) => b.cpuUnits - a.cpuUnits || (a.name < b.name ? -1 : 1))[0]!;
  return (
    `the nearest reachable share is ${percent(actualShare)} (wanted ${target}): one task of ${largest.name} is ` +
    `${percent(largest.cpuUnits / total)} of the platform. Raise spot.tolerance to ` +
    `${percentUp(Math.abs(actualShare - options.targetShare))}, or run ${largest.name} as more, smaller tasks`
  );
}

function floorAtMin(input: SpotInput): number {
  return Math.min(onDemandFloor(input.tier, input.replicas.min), input.replicas.min);
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

function percentDown(share: number): string {
  return `${Math.floor(share * 100)}%`;
}

function percentUp(share: number): string {
  return `${Math.ceil(share * 1000) / 10}%`;
}
