/**
 * How a schema differs from a released one, seen by someone who reads the output:
 * - `removed`: a field or guarantee is gone.
 * - `narrowed`: fewer values are valid. A reader with the new schema refuses stacks deployed before.
 * - `widened`: more values are valid. A reader with the old schema meets values it was never told of.
 * - `changed`: neither can be told; the gate does not guess.
 * - `added`: something new beside the old; open objects let old readers pass it by.
 */
export type ChangeKind = "removed" | "narrowed" | "widened" | "changed" | "added";

export interface Change {
  readonly kind: ChangeKind;
  /** Dotted; `[]` is an element, `<key>` any key of a record. */
  readonly path: string;
  /** Released and current, short. */
  readonly before: string;
  readonly after: string;
}

/** Everything but an addition needs a new major. */
export function isBreaking(change: Change): boolean {
  return change.kind !== "added";
}
