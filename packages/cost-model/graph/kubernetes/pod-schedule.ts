import type { PodSchedule } from "../../kubernetes/average-pods.ts";
import { shareOfWindow } from "../../kubernetes/window-share.ts";
import { listAt, numberAt, textAt, valueAt } from "../read-props.ts";
import type { GraphResource } from "../types.ts";
import { capacityOf } from "./capacity.ts";
import { HPA, SCALED_OBJECT } from "./types.ts";

/** How many pods of a workload run when, by its autoscaler; by its own `replicas` where it has none. */
export function podScheduleOf(resources: readonly GraphResource[], workload: GraphResource): PodSchedule {
  const kind = capacityOf(valueAt(workload.props, "spec", "template", "spec"));
  const scaler = resources.find((resource) => scales(resource, workload));
  if (scaler === undefined) {
    const replicas = numberAt(workload.props, "spec", "replicas") ?? 1;
    return { kind, min: replicas, max: replicas, windows: [] };
  }
  const { type, props } = scaler;
  if (type === HPA) {
    const min = numberAt(props, "spec", "minReplicas") ?? 1;
    return { kind, min, max: numberAt(props, "spec", "maxReplicas") ?? min, windows: [] };
  }
  const min = numberAt(props, "spec", "minReplicaCount") ?? 0;
  return { kind, min, max: numberAt(props, "spec", "maxReplicaCount") ?? 100, windows: windowsOf(props) };
}

function windowsOf(props: unknown): PodSchedule["windows"] {
  return (listAt(props, "spec", "triggers") ?? [])
    .filter((trigger) => textAt(trigger, "type") === "cron")
    .map((trigger) => ({
      replicas: numberAt(trigger, "metadata", "desiredReplicas") ?? 1,
      // An unreadable window counts as always.
      shareOfWeek:
        shareOfWindow(textAt(trigger, "metadata", "start") ?? "", textAt(trigger, "metadata", "end") ?? "") ?? 1,
    }));
}

function scales({ type, props }: GraphResource, workload: GraphResource): boolean {
  if (type !== HPA && !SCALED_OBJECT.test(type)) return false;
  const namespace = (of: unknown) => textAt(of, "metadata", "namespace") ?? "default";
  return (
    textAt(props, "spec", "scaleTargetRef", "name") === nameOf(workload) &&
    namespace(props) === namespace(workload.props)
  );
}

function nameOf({ name, props }: GraphResource): string {
  return textAt(props, "metadata", "name") ?? name;
}
