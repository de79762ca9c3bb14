import { COST_LABELS, costLabels } from "@pyairtable/kubernetes-facts";
import type { AddOnRecord } from "../common-args.ts";

/** Cost labels for a chart's objects. Who manages them is Helm, which finds its objects by that label. */
export function chartLabels({ tags }: Pick<AddOnRecord, "tags">): Record<string, string> {
  const { [COST_LABELS.ManagedBy]: _, ...labels } = costLabels(tags);
  return labels;
}
