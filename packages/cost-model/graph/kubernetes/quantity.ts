import { quantityOf } from "@pyairtable/kubernetes-facts";

/** A quantity of the graph, whose values may be anything, in its base unit (cores, bytes); null for what is none. */
export function quantity(value: unknown): number | null {
  return typeof value === "number" || typeof value === "string" ? (quantityOf(value) ?? null) : null;
}
