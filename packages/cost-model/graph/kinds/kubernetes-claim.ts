import { costLine } from "../../line.ts";
import { quantity } from "../kubernetes/quantity.ts";
import { VOLUME_CLAIM } from "../kubernetes/types.ts";
import { valueAt } from "../read-props.ts";
import type { GraphKind } from "../types.ts";

/** gp3 of the size that is claimed. */
export const kubernetesClaim: GraphKind = {
  types: [VOLUME_CLAIM],
  price: ({ props }, { book, ownNodes }) => {
    if (!ownNodes) return [];
    const bytes = quantity(valueAt(props, "spec", "resources", "requests", "storage"));
    return bytes === null ? "no size that is known" : [costLine(book, "ebs.gp3", "claimed volume", bytes / 2 ** 30)];
  },
};
