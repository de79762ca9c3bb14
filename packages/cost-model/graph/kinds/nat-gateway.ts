import { natGatewayLine, natTrafficLine } from "../../usage-lines.ts";
import type { GraphKind } from "../types.ts";

/** Hours, and an equal share of the tasks' assumed traffic. */
export const natGateway: GraphKind = {
  types: ["aws:ec2/natGateway:NatGateway"],
  price: (_, { book, natGateways, throughNat }) => [
    natGatewayLine(book),
    natTrafficLine(book, throughNat / natGateways),
  ],
};
