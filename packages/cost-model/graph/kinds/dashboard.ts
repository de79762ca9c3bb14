import { dashboardLine } from "../../monitoring-lines.ts";
import type { GraphKind } from "../types.ts";

/** By the dashboard; the three that an account has free are left out, as all free tiers are. */
export const dashboard: GraphKind = {
  types: ["aws:cloudwatch/dashboard:Dashboard"],
  price: (_, { book }) => [dashboardLine(book)],
};
