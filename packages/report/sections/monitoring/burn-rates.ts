import { legend } from "../../charts/bars.ts";
import { type Interval, lanes } from "../../charts/lanes.ts";
import { count, duration, moment, whole } from "../../html/format.ts";
import { chip, prose } from "../../html/parts.ts";
import { dataTable } from "../../html/table.ts";
import { html, type Markup } from "../../html/template.ts";
import type { LabBurnRates } from "../../lab/figures.ts";

type Row = LabBurnRates["rows"][number];

const minutes = (intervals: readonly Interval[]) =>
  intervals.reduce((sum, { fromSeconds, toSeconds }) => sum + toSeconds - fromSeconds, 0) / 60;
const edge = (seconds: number | null) => (seconds === null ? "—" : duration(seconds));

/** When our alerts fired, beside the published formula on the raw counters and plain arithmetic on the traffic. */
export function burnRates({ rows, startSeconds, endSeconds, days, objectives }: LabBurnRates): Markup {
  const iso = (seconds: number) => new Date(seconds * 1000).toISOString();
  return html`${prose(
    `${count(objectives, "alert")} over ${duration(days * 86_400)}, ${moment(iso(startSeconds))} to ${moment(iso(endSeconds))}. ` +
      "A row where one of the three fired; an edge is the largest distance between the same start or end.",
  )}${legend([
    { key: "ours", label: "our alert" },
    { key: "published", label: "published formula" },
    { key: "counted", label: "plain arithmetic" },
  ])}${dataTable(
    {
      id: "burn-rate-rows",
      caption: "Firing intervals of burn-rate alerts, by the three ways of computing them",
      open: ({ fromPublished }) => fromPublished === null,
    },
    [
      { title: "Service", cell: ({ service }) => service },
      { title: "Objective", cell: ({ slo }) => slo },
      { title: "Window", cell: ({ window }) => window.replaceAll("-", " ") },
      {
        title: html`Fired <small>grid: a day</small>`,
        kind: "wide",
        cell: ({ ours, published, counted }) =>
          lanes(
            [
              { key: "ours", intervals: ours },
              { key: "published", intervals: published },
              { key: "counted", intervals: counted },
            ],
            { startSeconds, endSeconds },
            `our alert ${count(ours.length, "time")}, published formula ${count(published.length, "time")}, plain arithmetic ${count(counted.length, "time")}`,
          ),
      },
      { title: "Times", kind: "number", cell: ({ ours }) => whole(ours.length) },
      { title: "Minutes", kind: "number", cell: ({ ours }) => whole(minutes(ours)) },
      { title: "Minutes, published", kind: "number", cell: ({ published }) => whole(minutes(published)) },
      { title: "Edge from published", kind: "number", cell: ({ fromPublished }) => edge(fromPublished) },
      { title: "Edge from arithmetic", kind: "number", cell: ({ fromCounted }) => edge(fromCounted) },
      { title: "Same intervals", cell: agreement },
    ],
    rows,
  )}`;
}

const agreement = ({ fromPublished }: Row) => (fromPublished === null ? chip("bad", "differ") : chip("good", "agree"));
