import { ASSUMPTIONS } from "../../assumptions.ts";
import { costLine } from "../../line.ts";
import { textAt } from "../read-props.ts";
import type { GraphKind } from "../types.ts";

/** Application Auto Scaling is free; the alarms that target tracking makes are not. */
export const scalingPolicy: GraphKind = {
  types: ["aws:appautoscaling/policy:Policy"],
  price: ({ props }, { book }) =>
    textAt(props, "policyType") === "TargetTrackingScaling"
      ? [costLine(book, "alarm.standard", "alarms of target tracking", ASSUMPTIONS.alarmsPerTargetTracking)]
      : [],
};
