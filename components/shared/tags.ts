import type { CostTags } from "@pyairtable/plan";

/**
 * The six cost tags as a resource takes them, with a `Name` where the console shows one.
 * Each resource gets its own object, so a transform of one child cannot change another.
 */
export function resourceTags(tags: CostTags, name?: string): Record<string, string> {
  return name === undefined ? { ...tags } : { ...tags, Name: name };
}

/** The same tags as an Auto Scaling group takes them; `defaultTags` of a provider never reach its instances. */
export function autoScalingTags(
  tags: CostTags,
  name?: string,
): { key: string; value: string; propagateAtLaunch: boolean }[] {
  return Object.entries(resourceTags(tags, name)).map(([key, value]) => ({ key, value, propagateAtLaunch: true }));
}
