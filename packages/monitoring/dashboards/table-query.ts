import { SERIES } from "../rules/names.ts";
import type { Column, TablePanel } from "./page.ts";

/** Labels that only the catalog's own series has. */
const FROM_CATALOG: ReadonlySet<string> = new Set(["owner", "tier", "domain", "runtime"]);

/** One value for each row's labels, so that columns of different series find each other. */
export function columnQuery({ by }: Pick<TablePanel, "by">, { expr }: Pick<Column, "expr">): string {
  const labels = Object.keys(by);
  const joined = labels.filter((label) => FROM_CATALOG.has(label));
  const full = joined.length === 0 ? expr : `(${expr}) * on (service) group_left (${joined.join(", ")}) ${SERIES.info}`;
  return `max by (${labels.join(", ")}) (${full})`;
}
