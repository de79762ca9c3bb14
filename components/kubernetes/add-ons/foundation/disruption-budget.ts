import type { PodDisruptionBudgetArgs } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import { NAME_LABEL } from "@pyairtable/kubernetes-facts";
import type { AddOnRecord } from "../common-args.ts";
import type { LocalAddOnName } from "../versions.ts";
import { objectLabels } from "./labels.ts";

/** One pod at a time may be drained, and one that never got ready always. */
export const BUDGET = { maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow" } as const;

/** A budget for two replicas or more; with one it would do nothing, or hold a drain for ever. */
export function needsBudget({ replicas }: { readonly replicas: number }): boolean {
  return replicas > 1;
}

/** Of the pods that carry `workload` as their name, ours or a chart's. */
export function budgetArgs(addOn: LocalAddOnName, record: AddOnRecord, workload: string): PodDisruptionBudgetArgs {
  return {
    metadata: { name: workload, namespace: record.namespace, labels: objectLabels(addOn, record, workload) },
    spec: { ...BUDGET, selector: { matchLabels: { [NAME_LABEL]: workload } } },
  };
}
