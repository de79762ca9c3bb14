import { UnknownValueError } from "@pulumi/policy";

/**
 * Reads a property, or gives `fallback` where its value isn't known in preview. For values that help but do not
 * decide: a rule that lets the error through is turned advisory by the engine and stops.
 */
export function readOr<T, F>(fallback: F, read: () => T): T | F {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnknownValueError) return fallback;
    throw error;
  }
}

/** True where reading hits a value that is not known in preview. */
export function isUnknown(read: () => unknown): boolean {
  const unknown = Symbol("unknown");
  return readOr(unknown, read) === unknown;
}
