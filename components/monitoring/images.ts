import table from "./data/images.json" with { type: "json" };

export type ImageName = keyof typeof table.images;

/** `repository:tag`, pinned. */
export function imageOf(name: ImageName, over: Partial<Record<ImageName, string>> = {}): string {
  const { repository, tag } = table.images[name];
  return over[name] ?? `${repository}:${tag}`;
}
