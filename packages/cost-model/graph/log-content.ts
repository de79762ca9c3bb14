import { textAt } from "./read-props.ts";

export type LogContent = "tasks" | "flow logs" | "control plane" | "exec audit";

/** What is written into a log group, by its name; tasks where the name says nothing else. */
export function contentOf(logicalName: string, props: unknown): LogContent {
  const name = textAt(props, "name") ?? logicalName;
  // EKS gives the group its name.
  if (/^\/aws\/eks\/[^/]+\/cluster$/.test(name)) return "control plane";
  if (/flow-?log/i.test(name) || /flow/i.test(logicalName)) return "flow logs";
  return /exec-audit/.test(name) ? "exec audit" : "tasks";
}
