import { type Properties, text } from "../../values.ts";
import { at } from "../objects.ts";
import { conditionOf, count, isCurrent, type Judge, type Readiness } from "./judgement.ts";

export const deployment: Judge = (object) => {
  const wanted = replicasOf(object);
  const [present, updated, available] = [
    count(object, "replicas"),
    count(object, "updatedReplicas"),
    count(object, "availableReplicas"),
  ];
  const state = settled(object, present === wanted && updated === wanted && available === wanted, [
    `${available} of ${wanted} pods available`,
    updated < wanted ? `${updated} of the new version` : "",
    present > wanted ? `${present - wanted} more still there` : "",
  ]);
  const progressing = conditionOf(object, "Progressing");
  if (state.ready || progressing?.status !== "False" || !isCurrent(object)) return state;
  return { ...state, failed: text(progressing.message) ?? "it stopped progressing" };
};

export const statefulSet: Judge = (object) => {
  const wanted = replicasOf(object);
  const [ready, updated] = [count(object, "readyReplicas"), count(object, "updatedReplicas")];
  return settled(object, ready === wanted && (updatesOnDelete(object) || updated === wanted), [
    `${ready} of ${wanted} pods ready`,
    updated < wanted ? `${updated} of the new version` : "",
  ]);
};

export const daemonSet: Judge = (object) => {
  const wanted = count(object, "desiredNumberScheduled");
  const available = count(object, "numberAvailable");
  const isUpdated = updatesOnDelete(object) || count(object, "updatedNumberScheduled") === wanted;
  return settled(object, isUpdated && available === wanted, [`${available} of ${wanted} nodes have an available pod`]);
};

export const job: Judge = (object) => {
  const ready = conditionOf(object, "Complete")?.status === "True" || at(object, "spec", "suspend") === true;
  const waitingFor = `${count(object, "succeeded")} runs done, ${count(object, "active")} at work`;
  const failed = conditionOf(object, "Failed");
  if (failed?.status !== "True") return { ready, waitingFor };
  return { ready, waitingFor, failed: text(failed.message) ?? "the job failed" };
};

export const pod: Judge = (object) => {
  const phase = text(at(object, "status", "phase")) ?? "Pending";
  const ready = phase === "Succeeded" || conditionOf(object, "Ready")?.status === "True";
  const waitingFor = `the pod is ${phase}`;
  if (phase !== "Failed") return { ready, waitingFor };
  return { ready, waitingFor, failed: text(at(object, "status", "message")) ?? "the pod failed" };
};

function settled(object: Properties, done: boolean, parts: readonly string[]): Readiness {
  if (!isCurrent(object)) return { ready: false, waitingFor: "its controller to see the change" };
  return { ready: done, waitingFor: parts.filter((part) => part !== "").join(", ") };
}

function replicasOf(object: Properties): number {
  return Number(at(object, "spec", "replicas") ?? 1);
}

function updatesOnDelete(object: Properties): boolean {
  return at(object, "spec", "updateStrategy", "type") === "OnDelete";
}
