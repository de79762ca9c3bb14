import { costLine } from "../../line.ts";
import { textAt } from "../read-props.ts";
import type { GraphKind } from "../types.ts";

/** A secret made here; one that a task reads is counted there, so not twice. */
export const secret: GraphKind = {
  types: ["aws:secretsmanager/secret:Secret"],
  price: ({ props }, { book, secretReaders }) => {
    const name = textAt(props, "name");
    const isRead = name !== null && [...secretReaders.keys()].some((arn) => arn.split(":").at(6) === name);
    return isRead ? [] : [costLine(book, "secret.month", "secret", 1)];
  },
};
