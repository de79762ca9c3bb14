import type { Tier } from "@pyairtable/plan";

/** PriorityClasses of the platform; higher is scheduled first and may preempt lower. */
export const PRIORITY_CLASSES = {
  "pyairtable-add-on": 2_000_000,
  "pyairtable-critical": 1_000_000,
  "pyairtable-standard": 100_000,
  "pyairtable-batch": 1_000,
} as const;
export type PriorityClassName = keyof typeof PRIORITY_CLASSES;

/** Batch waits for room; it never pushes others out. */
export const NEVER_PREEMPTS: ReadonlySet<string> = new Set(["pyairtable-batch"]);

export function priorityClassOf(tier: Tier): PriorityClassName {
  return `pyairtable-${tier}`;
}
