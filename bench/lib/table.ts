import Table from "cli-table3";
import type { Figures } from "./figures.ts";

export interface SizeResult {
  readonly copies: number;
  readonly services: number;
  readonly sides: readonly { readonly name: string; readonly figures: Figures }[];
}

const HEAD = ["catalog", "services", "side", "resources", "seconds", "min to max", "ms/resource", "peak MiB"];

/** One table: a row for each side and size, and under each size the first side's ratio to the second. */
export function benchTable(results: readonly SizeResult[]): string {
  const table = new Table({ head: HEAD, style: { head: [], border: [] }, colAligns: HEAD.map(alignment) });
  for (const { copies, services, sides } of results) {
    for (const { name, figures } of sides) {
      const { resources, seconds, range, msPerResource, peakMiB } = figures;
      const spread = range.map((value) => value.toFixed(1)).join(" to ");
      const numbers = [resources, seconds.toFixed(2), spread, msPerResource.toFixed(2), peakMiB.toFixed(0)];
      table.push([`${copies}x`, services, name, ...numbers]);
    }
    const [first, second] = sides;
    if (first !== undefined && second !== undefined) table.push(ratioRow(copies, first.figures, second.figures));
  }
  return table.toString();
}

function ratioRow(copies: number, a: Figures, b: Figures): (string | number)[] {
  const ratio = (key: "resources" | "seconds" | "msPerResource" | "peakMiB") => (a[key] / b[key]).toFixed(2);
  return [
    `${copies}x`,
    "",
    "ratio",
    ratio("resources"),
    ratio("seconds"),
    "",
    ratio("msPerResource"),
    ratio("peakMiB"),
  ];
}

const alignment = (head: string) => (["catalog", "side"].includes(head) ? "left" : "right");
