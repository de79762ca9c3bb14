import { createHash } from "node:crypto";
import limits from "./data/name-limits.json" with { type: "json" };

/** Kinds of physical name whose length AWS limits. */
export type NameKind = keyof typeof limits.characters;

const HASH_CHARACTERS = 6;

/** A physical name that something outside must know: kept as it is where it fits, else cut and hashed. */
export function physicalName(kind: NameKind, name: string): string {
  return fit(name, limits.characters[kind]);
}

/**
 * A logical name short enough that the provider's autonaming (`-` and seven hex digits) stays within the limit.
 * The provider refuses longer ones in the middle of an update. Same input, same name: logical names are a contract.
 */
export function autonamed(kind: NameKind, logicalName: string): string {
  return fit(logicalName, limits.characters[kind] - limits.autonameSuffixCharacters);
}

/** Cuts a name that is too long and ends it in a hash of the whole, so that two long names never meet. */
function fit(name: string, characters: number): string {
  if (name.length <= characters) return name;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, HASH_CHARACTERS);
  const head = name.slice(0, characters - HASH_CHARACTERS - 1).replace(/-+$/, "");
  return `${head}-${hash}`;
}
