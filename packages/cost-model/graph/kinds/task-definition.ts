import { HOURS_PER_MONTH } from "../../assumptions.ts";
import { costLine } from "../../line.ts";
import { metricRequestLine } from "../../monitoring-lines.ts";
import { containersOf } from "../containers.ts";
import { numberAt, serviceOf, textAt } from "../read-props.ts";
import { paidSecrets } from "../secret-references.ts";
import type { GraphKind, GraphResource } from "../types.ts";

/** Part of every Fargate task's price. */
const FREE_STORAGE_GIB = 20;

/**
 * The secrets its containers read (a secret of several services once), storage above what Fargate includes, and what an
 * exporter of CloudWatch asks.
 */
export const taskDefinition: GraphKind = {
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  price: (resource, { book, secretReaders, tasksByService }) => {
    const paid = paidSecrets(resource, secretReaders);
    const lines = [
      ...(paid.length > 0 ? [costLine(book, "secret.month", "secrets read", paid.length)] : []),
      ...(readsCloudWatch(resource) ? [metricRequestLine(book)] : []),
    ];
    const extraGiB = (numberAt(resource.props, "ephemeralStorage", "sizeInGib") ?? FREE_STORAGE_GIB) - FREE_STORAGE_GIB;
    if (extraGiB <= 0) return lines;
    const tasks = tasksByService.get(serviceOf(resource.props)) ?? 1;
    const storage = costLine(
      book,
      "fargate.ephemeral-storage",
      "ephemeral storage",
      extraGiB * tasks * HOURS_PER_MONTH,
    );
    return [...lines, storage];
  },
};

function readsCloudWatch(resource: GraphResource): boolean {
  return containersOf(resource).some(
    (container) => textAt(container, "image")?.includes("cloudwatch-exporter") === true,
  );
}
