import { ASSUMPTIONS } from "../../assumptions.ts";
import { controlPlaneLogLines } from "../../kubernetes/cluster-lines.ts";
import { taskLogLines } from "../../usage-lines.ts";
import { logLines } from "../../volume-lines.ts";
import { contentOf } from "../log-content.ts";
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
    switch (contentOf(name, props)) {
      case "control plane":
        return controlPlaneLogLines(book, days, ingest);
      case "flow logs":
        return logLines(book, "flow logs", ASSUMPTIONS.flowLogGbPerMonth, days, ingest);
      case "exec audit":
        return [];
      case "tasks": {
        const service = serviceOf(props);
        const tasks = (tasksByService.get(service) ?? 0) / (logGroupsByService.get(service) ?? 1);
        return tasks === 0 ? [] : taskLogLines(book, tasks, days, ingest);
      }
    }
  },
};
