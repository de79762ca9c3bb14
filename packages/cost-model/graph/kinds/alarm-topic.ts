import { alarmMailLine } from "../../monitoring-lines.ts";
import type { GraphKind } from "../types.ts";

/** By the mails that an alarm topic is assumed to write. */
export const alarmTopic: GraphKind = {
  types: ["aws:sns/topic:Topic"],
  price: (_, { book }) => [alarmMailLine(book)],
};
