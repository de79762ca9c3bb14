import { ASSUMPTIONS } from "../../assumptions.ts";
import { taskLogLines } from "../../usage-lines.ts";
import { logLines } from "../../volume-lines.ts";
import { numberAt, serviceOf, textAt } from "../read-props.ts";
import type { GraphKind } from "../types.ts";

/** CloudWatch keeps logs for ever by default; priced as a year. */
const UNLIMITED_DAYS = 365;

/** A service's group by its tasks, the flow logs' group by its own volume; other groups hold next to nothing. */
export const logGroup: GraphKind = {
  types: ["aws:cloudwatch/logGroup:LogGroup"],
  price: ({ name, props }, { book, services }) => {
    const kept = numberAt(props, "retentionInDays") ?? 0;
    const days = kept > 0 ? kept : UNLIMITED_DAYS;
    const ingest = textAt(props, "logGroupClass") === "INFREQUENT_ACCESS" ? "logs.ingest-infrequent" : "logs.ingest";
    const facts = services.get(serviceOf(props));
    if (facts !== undefined) return taskLogLines(book, facts.onDemand + facts.spot, days, ingest);
    const isFlowLog = /flow-?log/i.test(textAt(props, "name") ?? name) || /flow/i.test(name);
    return isFlowLog ? logLines(book, "flow logs", ASSUMPTIONS.flowLogGbPerMonth, days, ingest) : [];
  },
};
