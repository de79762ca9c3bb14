import { NODES } from "../../kubernetes/assumptions.ts";
import { nodeGroupLines } from "../../kubernetes/cluster-lines.ts";
import { isPriceKey } from "../../prices.ts";
import { numberAt, textAt } from "../read-props.ts";
import type { GraphKind } from "../types.ts";

/** On-demand nodes by the wanted count, of the first type, with the disks of the graph's launch template. */
export const nodeGroup: GraphKind = {
  types: ["aws:eks/nodeGroup:NodeGroup"],
  price: ({ props }, { book, launchTemplateDiskGb }) => {
    const type = textAt(props, "instanceTypes", 0);
    if (type === null || !isPriceKey(`ec2.${type}`)) return `no price of instance type ${type ?? "not known yet"}`;
    if (textAt(props, "capacityType") === "SPOT") return "no price of Spot nodes outside Karpenter";
    const count = numberAt(props, "scalingConfig", "desiredSize") ?? 1;
    const diskGb = numberAt(props, "diskSize") ?? launchTemplateDiskGb ?? NODES.diskGb;
    return nodeGroupLines(book, type, count, diskGb);
  },
};
