import table from "./data/sizes.json" with { type: "json" };

export type SizeName = keyof typeof table.sizes;

export interface Size {
  /** 1024 is one vCPU. */
  readonly cpuUnits: number;
  readonly memoryMiB: number;
}

const sizes: Readonly<Record<string, Size>> = table.sizes;

/** Size names, smallest first. */
export const SIZE_NAMES: readonly string[] = Object.keys(sizes);

/** The size of that name, or undefined. */
export function sizeNamed(name: string): Size | undefined {
  return Object.hasOwn(sizes, name) ? sizes[name] : undefined;
}

/** The smaller of two sizes by their order in the table; an unknown cap caps nothing. */
export function smallerSize(name: string, cap: string | null): string {
  const limit = cap === null ? -1 : SIZE_NAMES.indexOf(cap);
  return limit >= 0 && SIZE_NAMES.indexOf(name) > limit ? SIZE_NAMES[limit]! : name;
}
