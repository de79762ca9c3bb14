import { ASSUMPTIONS } from "../../assumptions.ts";
import { wafLines } from "../../usage-lines.ts";
import { listAt } from "../read-props.ts";
import type { GraphKind } from "../types.ts";

/** The ACL, its rules and managed groups, and the requests it looks at. */
export const webAcl: GraphKind = {
  types: ["aws:wafv2/webAcl:WebAcl"],
  price: ({ props }, { book }) => wafLines(book, listAt(props, "rules")?.length ?? ASSUMPTIONS.wafRules),
};
