import table from "./data/fargate.json" with { type: "json" };

type Range = { list: number[] } | { from: number; to: number; step: number };
const ranges: ReadonlyMap<number, Range> = new Map(
  Object.entries(table.memoryMiBByCpuUnits).map(([cpu, range]) => [Number(cpu), range]),
);

/** Longest `stopTimeout` Fargate takes, seconds. */
export const STOP_TIMEOUT_SECONDS_MAX = table.stopTimeoutSecondsMaximum;

/** Task CPU sizes Fargate has, ascending; 1024 is one vCPU. */
export function fargateCpuUnits(): readonly number[] {
  return [...ranges.keys()].sort((a, b) => a - b);
}

/** Memory sizes in MiB that go with a CPU size, ascending; empty for a CPU size Fargate lacks. */
export function fargateMemoryMiB(cpuUnits: number): readonly number[] {
  const range = ranges.get(cpuUnits);
  if (range === undefined) return [];
  if ("list" in range) return range.list;
  const sizes: number[] = [];
  for (let size = range.from; size <= range.to; size += range.step) sizes.push(size);
  return sizes;
}

export function isFargatePair(cpuUnits: number, memoryMiB: number): boolean {
  return fargateMemoryMiB(cpuUnits).includes(memoryMiB);
}
