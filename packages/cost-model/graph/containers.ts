import { textAt } from "./read-props.ts";
import type { GraphResource } from "./types.ts";

/** Container definitions of a task definition; none while the JSON is not known. */
export function containersOf({ props }: Pick<GraphResource, "props">): readonly unknown[] {
  const json = textAt(props, "containerDefinitions");
  if (json === null) return [];
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
