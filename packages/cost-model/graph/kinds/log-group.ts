import { ASSUMPTIONS } from "../../assumptions.ts";
import { controlPlaneLogLines } from "../../kubernetes/cluster-lines.ts";
import { taskLogLines } from "../../usage-lines.ts";
import { logLines } from "../../volume-lines.ts";
import { numberAt, serviceOf, textAt } from "../read-props.ts";
import type { GraphKind } from "../types.ts";

/** CloudWatch keeps logs for ever by default; priced as a year. */
const UNLIMITED_DAYS = 365;

/**
 * A service's groups by its tasks, an equal share each; those of flow logs and of an EKS control plane by their own
 * volume; other groups hold next to nothing.
 */
export const logGroup: GraphKind = {
  types: ["aws:cloudwatch/logGroup:LogGroup"],
  price: ({ name, props }, { book, tasksByService, logGroupsByService }) => {
    const kept = numberAt(props, "retentionInDays") ?? 0;
    const days = kept > 0 ? kept : UNLIMITED_DAYS;
    const ingest = textAt(props, "logGroupClass") === "INFREQUENT_ACCESS" ? "logs.ingest-infrequent" : "logs.ingest";
    const service = serviceOf(props);
    const tasks = tasksByService.get(service);
    if (tasks !== undefined) {
      return taskLogLines(book, tasks / (logGroupsByService.get(service) ?? 1), days, ingest);
    }
    // EKS gives the group its name.
    if (/^\/aws\/eks\/[^/]+\/cluster$/.test(textAt(props, "name") ?? ""))
      return controlPlaneLogLines(book, days, ingest);
    const isFlowLog = /flow-?log/i.test(textAt(props, "name") ?? name) || /flow/i.test(name);
    return isFlowLog ? logLines(book, "flow logs", ASSUMPTIONS.flowLogGbPerMonth, days, ingest) : [];
  },
};
