import type { Graph, GraphResource } from "../../graph.ts";
import type { PropsOf } from "../../resource-types.ts";
import { namespaceOf } from "./metadata.ts";
import { selects } from "./selectors.ts";
import type { Workload } from "./workloads.ts";

export const PDB = "kubernetes:policy/v1:PodDisruptionBudget";
export type Budget = GraphResource<PropsOf<typeof PDB>>;

/** True where a budget holds the pods of a workload. */
export function budgets(budget: Budget, workload: Workload): boolean {
  if (namespaceOf(budget) !== workload.namespace) return false;
  return selects(budget.props.spec?.selector, workload.template.metadata?.labels ?? {});
}

export function budgetsOf(graph: Graph, workload: Workload): readonly Budget[] {
  return graph.ofType(PDB).filter((budget) => budgets(budget, workload));
}

/** Pods a number or percentage of a budget stands for, rounded up as the API does. */
export function podsOf(value: number | string, replicas: number): number {
  if (typeof value === "number") return value;
  return value.endsWith("%") ? Math.ceil((Number.parseFloat(value) / 100) * replicas) : Number(value);
}
