import { dnsSuffix } from "../shared/index.ts";

export interface ImageReference {
  /** With its registry host. */
  readonly image: string;
  /** Repository in this account's own registry, or null. */
  readonly repository: string | null;
}

/** Puts the account's registry before a bare `repository:tag`; leaves a reference with a registry host alone. */
export function resolveImage(image: string, accountId: string, region: string): ImageReference {
  const registry = `${accountId}.dkr.ecr.${region}.${dnsSuffix(region)}`;
  const slash = image.indexOf("/");
  const host = slash > 0 ? image.slice(0, slash) : "";
  const isFull = host.includes(".") || host.includes(":");
  if (isFull && host !== registry) return { image, repository: null };
  const path = isFull ? image.slice(slash + 1) : image;
  return { image: `${registry}/${path}`, repository: repositoryOf(path) };
}

/** Pinned: a tag other than `latest`, or a digest. */
export function isPinned(image: string): boolean {
  const last = image.slice(image.lastIndexOf("/") + 1);
  if (/@sha256:[0-9a-f]{64}$/.test(last)) return true;
  return /^[a-z0-9._-]+:[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(last) && !last.endsWith(":latest");
}

function repositoryOf(path: string): string {
  return path.replace(/@sha256:.*$/, "").replace(/:[^/]*$/, "");
}
