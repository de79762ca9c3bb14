import type { FiringInterval } from "@pyairtable/slo";
import { escaped } from "../../support/escape.ts";
import type { Comparison, Range } from "../burn/compare.ts";
import { htmlTable } from "./html.ts";

const WIDTH = 960;
const LEFT = 330;
const ROW = 34;
const TOP = 30;
const LANES = [
  { key: "ours", colour: "#c0392b", title: "our alert" },
  { key: "published", colour: "#2471a3", title: "published formula" },
  { key: "counted", colour: "#7f8c8d", title: "plain arithmetic" },
] as const;

/** Bars of when each alert fired by the three ways of computing it, and the same as a table. */
export function burnFragment(rows: readonly Comparison[], range: Range): string {
  return `${bars(rows, range)}\n${table(rows)}`;
}

function bars(rows: readonly Comparison[], { startSeconds, endSeconds }: Range): string {
  const height = TOP + rows.length * ROW + 30;
  const x = (seconds: number) => LEFT + ((seconds - startSeconds) / (endSeconds - startSeconds)) * (WIDTH - LEFT - 10);
  const bar = ({ fromSeconds, toSeconds }: FiringInterval, y: number, colour: string) =>
    `<rect x="${x(fromSeconds).toFixed(1)}" y="${y}" width="${Math.max(1, x(toSeconds) - x(fromSeconds)).toFixed(1)}" height="6" fill="${colour}"/>`;
  const days = Math.floor((endSeconds - startSeconds) / 86_400);
  const ticks = Array.from({ length: days + 1 }, (_, day) => {
    const at = x(endSeconds - day * 86_400).toFixed(1);
    const label = day === 0 ? "now" : `−${day} d`;
    return `<line x1="${at}" y1="${TOP}" x2="${at}" y2="${height - 24}" stroke="#ddd"/><text x="${at}" y="${height - 8}" text-anchor="${day === 0 ? "end" : "middle"}">${label}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12" role="img" aria-label="When burn-rate alerts fired">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    ...LANES.map(
      ({ colour, title }, index) =>
        `<rect x="${LEFT + index * 150}" y="8" width="12" height="12" fill="${colour}"/><text x="${LEFT + 18 + index * 150}" y="18">${title}</text>`,
    ),
    ...ticks,
    ...rows.flatMap((row, index) => {
      const y = TOP + index * ROW;
      return [
        `<text x="4" y="${y + 18}">${escaped(`${row.service} ${row.slo}, ${row.window}`)}</text>`,
        ...LANES.flatMap(({ key, colour }, lane) => row[key].map((one) => bar(one, y + 4 + lane * 8, colour))),
      ];
    }),
    "</svg>",
  ].join("\n");
}

function table(rows: readonly Comparison[]): string {
  const seconds = (value: number | null) => (value === null ? "differs" : `${value} s`);
  return htmlTable(
    "Burn-rate alerts: firing intervals, and the distance of their edges",
    ["Service", "Objective", "Window", "Fires", "Minutes", "From the published formula", "From plain arithmetic"],
    rows.map(({ service, slo, window, ours, fromPublished, fromCounted }) => [
      service,
      slo,
      window,
      ours.length,
      Math.round(ours.reduce((sum, one) => sum + one.toSeconds - one.fromSeconds, 0) / 60),
      seconds(fromPublished),
      seconds(fromCounted),
    ]),
    (index) => rows[index]!.fromPublished === null,
  );
}
