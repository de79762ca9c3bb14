import { HOURS_PER_MONTH } from "../../assumptions.ts";
import { costLine } from "../../line.ts";
import { isPriceKey } from "../../prices.ts";
import { numberAt, textAt, valueAt } from "../read-props.ts";
import type { GraphKind } from "../types.ts";

/** On demand; a second zone doubles both instance and storage. */
export const rdsInstance: GraphKind = {
  types: ["aws:rds/instance:Instance"],
  price: ({ props }, { book }) => {
    const instanceClass = textAt(props, "instanceClass");
    const key = `rds.${instanceClass}`;
    if (!isPriceKey(key)) return `no price of database class ${instanceClass ?? "not known yet"}`;
    const copies = valueAt(props, "multiAz") === true ? 2 : 1;
    const gb = numberAt(props, "allocatedStorage") ?? 0;
    return [
      costLine(book, key, `RDS ${instanceClass}`, copies * HOURS_PER_MONTH),
      costLine(book, "rds.storage", "database storage", copies * gb),
    ];
  },
};
