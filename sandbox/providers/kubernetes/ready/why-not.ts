import { isObject, list, objects, type Properties, text } from "../../values.ts";
import type { Send } from "../cluster/http.ts";
import { at, type ObjectKey } from "../objects.ts";
import { conditionOf } from "./judgement.ts";

const MOST_REASONS = 4;

/**
 * Why a workload is not ready, in the words of the cluster: pods that could not be made (quota, Pod Security), that found
 * no node, or whose containers do not start; most frequent first. Empty when nothing says a reason.
 */
export async function whyNotReady(send: Send, object: Properties, key: ObjectKey): Promise<string[]> {
  const reasons = new Map<string, number>();
  const say = (text: string): void => {
    const reason = text.replace(/[.\s]+$/, "");
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  };
  const failure = conditionOf(object, "ReplicaFailure");
  if (failure?.status === "True") say(nameless(text(failure.message) ?? "pods could not be made"));
  const selector = selectorOf(object);
  if (selector !== undefined) {
    const pods = await listOf(send, key, "pods", { labelSelector: selector });
    for (const reason of pods.flatMap(podReasons)) say(reason);
  }
  if (key.kind === "Pod") for (const reason of podReasons(object)) say(reason);
  if (reasons.size === 0) {
    const uid = text(at(object, "metadata", "uid")) ?? "";
    const fieldSelector = `involvedObject.uid=${uid},type=Warning`;
    const events = await listOf(send, key, "events", { fieldSelector });
    for (const event of events) say(`${text(event.reason) ?? ""}: ${nameless(text(event.message) ?? "")}`);
  }
  return [...reasons]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_REASONS)
    .map(([reason, times]) => (times > 1 ? `${reason} (${times} times)` : reason));
}

/** What holds a pod up; empty for a pod that runs. */
export function podReasons(pod: Properties): string[] {
  const scheduled = conditionOf(pod, "PodScheduled");
  if (scheduled?.status === "False") return [`pod pending: ${text(scheduled.message) ?? text(scheduled.reason) ?? ""}`];
  const statuses = [
    ...list(at(pod, "status", "initContainerStatuses")),
    ...list(at(pod, "status", "containerStatuses")),
  ];
  return objects(statuses).flatMap(({ item }) => {
    const waiting = at(item, "state", "waiting");
    const reason = text(at(waiting, "reason"));
    if (reason === undefined || reason === "ContainerCreating" || reason === "PodInitializing") return [];
    return [`container ${text(item.name)}: ${reason}${at(waiting, "message") ? `: ${at(waiting, "message")}` : ""}`];
  });
}

/** `pods "api-7f9c-x2x" is forbidden: …` differs in the pod's name alone. */
function nameless(message: string): string {
  return message.replace(/pods? "[^"]+"/g, "a pod");
}

function selectorOf(object: Properties): string | undefined {
  const labels = at(object, "spec", "selector", "matchLabels");
  if (!isObject(labels) || Object.keys(labels).length === 0) return undefined;
  return Object.entries(labels)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(",");
}

async function listOf(
  send: Send,
  key: ObjectKey,
  plural: string,
  query: Record<string, string>,
): Promise<Properties[]> {
  const { body } = await send("GET", `/api/v1/namespaces/${key.namespace}/${plural}`, { query });
  return objects(body.items).map(({ item }) => item);
}
