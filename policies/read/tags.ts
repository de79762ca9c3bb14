import type { CostTagKey } from "@pyairtable/plan";

type Tags = Readonly<Record<string, string>>;

/** Tags of a resource in map form; the list form of Auto Scaling groups is turned into it. No tags, empty map. */
export function tagsOf(props: object): Tags {
  const { tags } = props as { tags?: Tags | readonly { key: string; value: string }[] };
  if (tags === undefined || tags === null) return {};
  if (!Array.isArray(tags)) return tags as Tags;
  return Object.fromEntries(tags.map(({ key, value }) => [key, value]));
}

/** One cost tag; undefined where absent or empty. */
export function costTag(props: object, key: CostTagKey): string | undefined {
  const value = tagsOf(props)[key];
  return value === "" ? undefined : value;
}
