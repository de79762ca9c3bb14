/** Tags that move from one image to the next. */
const FLOATING: ReadonlySet<string> = new Set(["latest", "stable", "edge", "main", "master", "dev", "prod"]);

/** True for a version tag or a digest: the same name is the same image tomorrow. */
export function isPinned(image: string): boolean {
  const tag = /:([\w.-]+)$/.exec(image.split("/").at(-1) ?? "")?.[1];
  return /@sha256:[0-9a-f]{64}$/.test(image) || (tag !== undefined && !FLOATING.has(tag));
}
