/** Pinned: a tag other than `latest`, or a digest. */
export function isPinned(image: string): boolean {
  const last = image.slice(image.lastIndexOf("/") + 1);
  if (/@sha256:[0-9a-f]{64}$/.test(last)) return true;
  return /^[a-z0-9._-]+:[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(last) && !last.endsWith(":latest");
}

/** Puts `registry` before a bare `repository:tag`; leaves a reference with a registry host alone. */
export function withRegistry(image: string, registry: string | null): string {
  const slash = image.indexOf("/");
  const host = slash > 0 ? image.slice(0, slash) : "";
  return registry === null || host.includes(".") || host.includes(":") ? image : `${registry}/${image}`;
}
