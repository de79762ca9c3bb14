import table from "../../data/costly-types.json" with { type: "json" };
import { textAt } from "../read-props.ts";
import type { GraphKind } from "../types.ts";

/** AWS's own add-ons are free; those of the marketplace are not. */
export const eksAddon: GraphKind = {
  types: ["aws:eks/addon:Addon"],
  price: ({ props }) => {
    const name = textAt(props, "addonName");
    return name !== null && table.freeEksAddOns.includes(name) ? [] : `no price of add-on ${name ?? "not known yet"}`;
  },
};
