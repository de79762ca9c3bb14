import table from "../data/costly-types.json" with { type: "json" };

/** True for a type that costs money by itself; everything else is free or only shapes what is priced elsewhere. */
export function canCost(type: string): boolean {
  return table.modules.some((module) => type.startsWith(module));
}
