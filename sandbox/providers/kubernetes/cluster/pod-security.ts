import type { Diagnostic } from "@pyairtable/diagnostics";
import { list, objects, type Properties, text } from "../../values.ts";
import { at, describeKey, type ObjectKey } from "../objects.ts";

/** Where a kind keeps its pod spec. */
const POD_SPEC: Readonly<Record<string, readonly string[]>> = {
  Pod: ["spec"],
  CronJob: ["spec", "jobTemplate", "spec", "template", "spec"],
};
const TEMPLATE = ["spec", "template", "spec"];

/** The level and the reasons of `violates PodSecurity "restricted:latest": …` (or `would violate …`, a warning). */
export function podSecurityLevel(message: string): string | undefined {
  return /violates? PodSecurity "([a-z]+):/.exec(message)?.[1];
}

/** One problem for each container and check, with the path of the field; none when the message is about other things. */
export function podSecurityProblems(message: string, object: Properties, key: ObjectKey): Diagnostic[] {
  const found = /violates? PodSecurity "([^"]+)": (.*)$/s.exec(message);
  if (found === null) return [];
  const [, level, reasons] = found;
  const podPath = POD_SPEC[key.kind] ?? TEMPLATE;
  return reasons!.split(/\),\s*/).flatMap((reason) => {
    const [title, detail = ""] = reason.replace(/\)$/, "").split(/ \((.*)/s) as [string, string?];
    const field = /must (?:not )?set ([\w.]+)/.exec(detail)?.[1];
    return placesOf(detail, object, podPath).map((place) => ({
      code: "apply.pod-security",
      path: `${describeKey(key)}: ${[place, field].filter((part) => part !== undefined).join(".")}`,
      got: title,
      wanted:
        /must .*$/s.exec(detail)?.[0] ??
        `what Pod Security level ${level} allows${detail === "" ? "" : `, not ${detail}`}`,
      fix: `Change the pod, or give namespace ${key.namespace} another pod-security.kubernetes.io/enforce level (now ${level!.split(":")[0]}).`,
    }));
  });
}

/** Paths of the containers that a detail names; the pod itself when it names none or all of the pod. */
function placesOf(detail: string, object: Properties, podPath: readonly string[]): string[] {
  const pod = podPath.join(".");
  const subject = /^(pod or )?containers? ((?:"[^"]+"(?:, )?)+)/.exec(detail);
  if (subject === null || subject[1] !== undefined) return [pod];
  const names = [...subject[2]!.matchAll(/"([^"]+)"/g)].map(([, name]) => name!);
  return names.map((name) => {
    for (const field of ["containers", "initContainers"]) {
      const containers = list(at(object, ...podPath, field));
      const hit = objects(containers).find(({ item }) => text(item.name) === name);
      if (hit !== undefined) return `${pod}.${field}[${hit.index}]`;
    }
    return `${pod}.containers[${name}]`;
  });
}
