import { privateZoneLine } from "../../monitoring-lines.ts";
import type { GraphKind } from "../types.ts";

/** Cloud Map makes a private zone of Route 53 for it. */
export const privateZone: GraphKind = {
  types: ["aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace"],
  price: (_, { book }) => [privateZoneLine(book)],
};
