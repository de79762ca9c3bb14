import { gauge } from "../../charts/bars.ts";
import type { Interval } from "../../charts/lanes.ts";
import { fixed, percent, whole } from "../../html/format.ts";
import { prose } from "../../html/parts.ts";
import { dataTable } from "../../html/table.ts";
import { html, type Markup } from "../../html/template.ts";
import type { LabAnomalies } from "../../lab/figures.ts";

const seconds = (intervals: readonly Interval[]) =>
  intervals.reduce((sum, { fromSeconds, toSeconds }) => sum + toSeconds - fromSeconds, 0);
const hours = (value: number) => fixed(value / 3600, 1);

/** What went wrong in a week, and whether its alert fired then and only then. */
export function anomalies({ days, rows }: LabAnomalies): Markup {
  const all = rows.map((row) => ({ ...row, both: overlap(row.found, row.true) }));
  type Row = (typeof all)[number];
  const recall = ({ both, ...row }: Row) => both / Math.max(1, seconds(row.true));
  const total = (of: (row: Row) => number) => hours(all.reduce((sum, row) => sum + of(row), 0));
  return html`${prose(
    `Saturation, throttling, memory and the Spot storm that the history holds, over ${days} days: when each alert fired beside when it should have.`,
  )}${dataTable(
    {
      id: "anomaly-rows",
      caption: "Alerts beside what really happened",
      open: ({ both }) => both === 0,
      total: [
        "All",
        "",
        whole(all.reduce((sum, { found }) => sum + found.length, 0)),
        total(({ found }) => seconds(found)),
        total((row) => seconds(row.true)),
        total(({ both }) => both),
        "",
        "",
      ],
    },
    [
      { title: "Alert", cell: ({ alert }) => alert },
      { title: "About", cell: ({ service }) => service || "the platform" },
      { title: "Times", kind: "number", cell: ({ found }) => whole(found.length) },
      { title: "Hours fired", kind: "number", cell: ({ found }) => hours(seconds(found)) },
      { title: "Hours in truth", kind: "number", cell: (row) => hours(seconds(row.true)) },
      { title: "Hours in both", kind: "number", cell: ({ both }) => hours(both) },
      {
        title: "Truth that was found",
        kind: "wide",
        cell: (row) => gauge(recall(row), "budget", `${percent(recall(row))} found`),
      },
      { title: "Share", kind: "number", cell: (row) => percent(recall(row), 1) },
    ],
    all,
  )}`;
}

/** Seconds that are in both. */
function overlap(a: readonly Interval[], b: readonly Interval[]): number {
  let sum = 0;
  for (const one of a) {
    for (const other of b) {
      sum += Math.max(0, Math.min(one.toSeconds, other.toSeconds) - Math.max(one.fromSeconds, other.fromSeconds));
    }
  }
  return sum;
}
