import { insightsLines } from "../../usage-lines.ts";
import { listAt, textAt } from "../read-props.ts";
import type { GraphKind } from "../types.ts";

/** A cluster is free; Container Insights is not. */
export const ecsCluster: GraphKind = {
  types: ["aws:ecs/cluster:Cluster"],
  price: ({ props }, { book, ecs, tasks }) => {
    const settings = listAt(props, "settings") ?? [];
    const insights = settings.find((setting) => textAt(setting, "name") === "containerInsights");
    return insightsLines(book, textAt(insights, "value") ?? "disabled", ecs.size, tasks);
  },
};
