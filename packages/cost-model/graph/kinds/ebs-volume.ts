import { costLine } from "../../line.ts";
import { numberAt, textAt } from "../read-props.ts";
import type { GraphKind } from "../types.ts";

/** gp3 at its included speed. */
export const ebsVolume: GraphKind = {
  types: ["aws:ebs/volume:Volume"],
  price: ({ props }, { book }) => {
    const type = textAt(props, "type") ?? "gp2";
    const gb = numberAt(props, "size");
    if (type !== "gp3" || gb === null) return `no price of volume type ${type}, size ${gb ?? "not known yet"}`;
    return [costLine(book, "ebs.gp3", "volume", gb)];
  },
};
