import type { Property } from "./interface-block.ts";
import overlay from "./replace-keys.json" with { type: "json" };

const overlayByType: Readonly<Record<string, readonly string[]>> = overlay.byType;

/** Whether a change of this top-level property makes a new resource. Tags never do. */
export function forcesReplacement(type: string, property: string, declared: Property | undefined): boolean {
  if (property === "tags" || property === "tagsAll") return false;
  // In 7.x `region` is an argument of each resource, and each resource stays in its region.
  if (property === "region") return true;
  return declared?.forcesReplacement === true || (overlayByType[type]?.includes(property) ?? false);
}
