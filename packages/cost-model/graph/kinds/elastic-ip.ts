import { ipv4Line } from "../../usage-lines.ts";
import type { GraphKind } from "../types.ts";

/** Charged whether in use or idle. */
export const elasticIp: GraphKind = {
  types: ["aws:ec2/eip:Eip"],
  price: (_, { book }) => [ipv4Line(book, 1, "elastic address")],
};
