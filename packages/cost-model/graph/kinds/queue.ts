import { interruptionQueueLine } from "../../kubernetes/cluster-lines.ts";
import type { GraphKind } from "../types.ts";

/** A standard queue polled by one consumer, as Karpenter's is. */
export const queue: GraphKind = {
  types: ["aws:sqs/queue:Queue"],
  price: (_, { book }) => [interruptionQueueLine(book)],
};
