import { fargateCpuUnits, fargateMemoryMiB } from "@pyairtable/aws-facts";
import type { Size } from "@pyairtable/monitoring";
import type { Runtime } from "@pyairtable/plan";

/** What use asks for, with the room that is recommended and with the room that a verdict asks for to begin. */
export interface Needs {
  readonly stay: Size;
  readonly enter: Size;
}

const STEP = { millicores: 50, mib: 64 } as const;
const HAIR = 1e-9;

/** Every size a replica may have within a limit, by CPU and then by memory. */
export function allSizes(runtime: Runtime, limit: Size): readonly Size[] {
  const sizes = runtime === "ecs" ? fargatePairs() : podSizes(limit);
  return sizes.filter(({ vcpu, memoryGiB }) => vcpu <= limit.vcpu && memoryGiB <= limit.memoryGiB);
}

/** The first that holds what is needed: the least CPU, then the least memory. Undefined where none does. */
export function leastThatHolds(sizes: readonly Size[], need: Size): Size | undefined {
  return sizes.find(({ vcpu, memoryGiB }) => vcpu >= need.vcpu - HAIR && memoryGiB >= need.memoryGiB - HAIR);
}

/** Some size is smaller in one dimension and larger in none, holds the need, and has more room in what it takes away. */
export function isTooLarge(sizes: readonly Size[], has: Size, { stay, enter }: Needs): boolean {
  const holds = (key: keyof Size, size: Size) => {
    if (size[key] === has[key]) return size[key] >= stay[key] - HAIR;
    return size[key] < has[key] && size[key] >= enter[key] - HAIR;
  };
  return sizes.some(
    (size) =>
      holds("vcpu", size) && holds("memoryGiB", size) && (size.vcpu < has.vcpu || size.memoryGiB < has.memoryGiB),
  );
}

function fargatePairs(): Size[] {
  return fargateCpuUnits().flatMap((units) =>
    fargateMemoryMiB(units).map((mib) => ({ vcpu: units / 1024, memoryGiB: mib / 1024 })),
  );
}

function podSizes(limit: Size): Size[] {
  const steps = (most: number, by: number) =>
    Array.from({ length: Math.floor(most / by) }, (_, index) => (index + 1) * by);
  const memories = steps(limit.memoryGiB * 1024, STEP.mib).map((mib) => mib / 1024);
  return steps(limit.vcpu * 1000, STEP.millicores).flatMap((millicores) =>
    memories.map((memoryGiB) => ({ vcpu: millicores / 1000, memoryGiB })),
  );
}
