import type { StackFinding } from "../rule.ts";

/** One finding where there are more of something than the stack allows. */
export function overCount(what: string, count: number, max: number, fix: string): StackFinding[] {
  return count <= max ? [] : [{ what, got: count, wanted: `at most ${max}`, fix }];
}
