import { costLabels, NAME_LABEL, PART_OF_LABEL } from "@pyairtable/kubernetes-facts";
import type { AddOnRecord } from "../common-args.ts";
import type { LocalAddOnName } from "../versions.ts";

/** Selects the pods of one deployment of an add-on. */
export function selectorLabels(addOn: LocalAddOnName, workload: string): Record<string, string> {
  return { [NAME_LABEL]: workload, [PART_OF_LABEL]: addOn };
}

/** Labels of an object that belongs to an add-on: whose money it is, and what it is part of. */
export function objectLabels(
  addOn: LocalAddOnName,
  { tags }: Pick<AddOnRecord, "tags">,
  workload?: string,
): Record<string, string> {
  return {
    ...costLabels(tags),
    ...(workload === undefined ? { [PART_OF_LABEL]: addOn } : selectorLabels(addOn, workload)),
  };
}
