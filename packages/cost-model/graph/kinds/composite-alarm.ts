import { compositeAlarmLine } from "../../monitoring-lines.ts";
import type { GraphKind } from "../types.ts";

/** By the alarm, whatever it is made of. */
export const compositeAlarm: GraphKind = {
  types: ["aws:cloudwatch/compositeAlarm:CompositeAlarm"],
  price: (_, { book }) => [compositeAlarmLine(book, 1)],
};
