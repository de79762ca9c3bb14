/** What the stack says about itself, so that a reader can tell before it reads anything else. */
export const CONTRACT_NAME = "pyairtable.outputs";

/**
 * Semantic version of the contract.
 * Major: something was removed, narrowed or widened. Minor: something was added. See README.md.
 */
export const CONTRACT_VERSION = "1.1.0";

/** The one stack output that carries the contract. */
export const PLATFORM_OUTPUT = "platform";

export interface SemanticVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

const FORM = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

/** `"1.4.0"` to numbers; undefined for anything else, pre-releases included. */
export function parseVersion(text: unknown): SemanticVersion | undefined {
  const found = typeof text === "string" ? FORM.exec(text) : null;
  return found === null ? undefined : { major: Number(found[1]), minor: Number(found[2]), patch: Number(found[3]) };
}

/** Negative where `a` is older than `b`, 0 where equal. */
export function compareVersions(a: SemanticVersion, b: SemanticVersion): number {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch;
}

/** Major of the contract this package reads and writes. */
export const CONTRACT_MAJOR: number = Number(CONTRACT_VERSION.split(".")[0]);
