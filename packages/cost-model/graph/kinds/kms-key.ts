import { costLine } from "../../line.ts";
import type { GraphKind } from "../types.ts";

export const kmsKey: GraphKind = {
  types: ["aws:kms/key:Key", "aws:kms/replicaKey:ReplicaKey"],
  price: (_, { book }) => [costLine(book, "kms.key", "customer managed key", 1)],
};
