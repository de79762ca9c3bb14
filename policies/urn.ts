/** `urn:pulumi:<stack>::<project>::<parent type>$<type>::<name>`. */
export interface UrnParts {
  readonly stack: string;
  /** The resource's own type, then those of its parents, nearest first. */
  readonly types: readonly string[];
  readonly name: string;
}

export function parseUrn(urn: string): UrnParts {
  const [head = "", , types = "", ...name] = urn.split("::");
  return { stack: head.split(":")[2] ?? "", types: types.split("$").reverse(), name: name.join("::") };
}
