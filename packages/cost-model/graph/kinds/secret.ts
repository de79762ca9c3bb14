import { costLine } from "../../line.ts";
import { textAt } from "../read-props.ts";
import type { GraphKind } from "../types.ts";

/** A secret made here; one that a task reads is counted there, so not twice. */
export const secret: GraphKind = {
  types: ["aws:secretsmanager/secret:Secret"],
  price: ({ props }, { book, secretReaders }) => {
    const name = textAt(props, "name");
    return name !== null && secretReaders.has(name) ? [] : [costLine(book, "secret.month", "secret", 1)];
  },
};
