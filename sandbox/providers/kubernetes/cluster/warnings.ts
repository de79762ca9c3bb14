import type { Diagnostic } from "@pyairtable/diagnostics";
import { type Properties, text } from "../../values.ts";
import { at, type ObjectKey } from "../objects.ts";
import { podSecurityLevel, podSecurityProblems } from "./pod-security.ts";

const LEVELS = ["privileged", "baseline", "restricted"];

export interface Judged {
  /** What the pods would be refused for. */
  readonly problems: readonly Diagnostic[];
  /** What is only worth saying. */
  readonly notes: readonly string[];
}

/**
 * Warnings of the server about an object. Pod Security is checked on pods, not on what makes them: there the server only
 * warns, so a warning of a level that the namespace enforces is a refusal yet to come.
 */
export function judgeWarnings(
  warnings: readonly string[],
  object: Properties,
  key: ObjectKey,
  namespace: Properties | undefined,
): Judged {
  const enforced = text(at(namespace, "metadata", "labels", "pod-security.kubernetes.io/enforce")) ?? "privileged";
  const problems: Diagnostic[] = [];
  const notes: string[] = [];
  for (const warning of warnings) {
    const level = podSecurityLevel(warning);
    const willBeRefused = level !== undefined && LEVELS.indexOf(level) <= LEVELS.indexOf(enforced);
    if (willBeRefused) problems.push(...podSecurityProblems(warning, object, key));
    else notes.push(warning);
  }
  return { problems, notes };
}
