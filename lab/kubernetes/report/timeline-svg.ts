import { escaped } from "../../support/escape.ts";

/** One line of the plot: a value that holds until the next point. */
export interface Series {
  readonly name: string;
  readonly colour: string;
  readonly points: readonly { readonly atMs: number; readonly value: number }[];
}

export interface Mark {
  readonly atMs: number;
  readonly label: string;
}

export interface Timeline {
  readonly title: string;
  readonly series: readonly Series[];
  readonly marks: readonly Mark[];
  readonly untilMs: number;
}

const WIDTH = 900;
const HEIGHT = 340;
const LEFT = 50;
const RIGHT = 20;
const TOP = 70;
const BOTTOM = 40;

/** A step chart as SVG text; seconds across, pods up. */
export function timelineSvg({ title, series, marks, untilMs }: Timeline): string {
  const top = Math.max(1, ...series.flatMap(({ points }) => points.map(({ value }) => value)));
  const x = (atMs: number) => round(LEFT + (Math.min(atMs, untilMs) / Math.max(1, untilMs)) * (WIDTH - LEFT - RIGHT));
  const y = (value: number) => round(HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM));
  const seconds = Math.ceil(untilMs / 1000);
  const step = [5, 10, 20, 30, 60, 120].find((one) => seconds / one <= 12) ?? 300;
  const grid = Array.from({ length: Math.floor(seconds / step) + 1 }, (_, i) => i * step).map(
    (second) =>
      `<line x1="${x(second * 1000)}" y1="${TOP}" x2="${x(second * 1000)}" y2="${HEIGHT - BOTTOM}" stroke="#ddd"/>` +
      `<text x="${x(second * 1000)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${second} s</text>`,
  );
  const levels = [0, Math.round(top / 2), top].map(
    (value) => `<text x="${LEFT - 8}" y="${y(value) + 4}" text-anchor="end">${value}</text>`,
  );
  const lines = series.map(
    ({ points, colour }) =>
      `<path d="${steps(points, x, y, untilMs)}" fill="none" stroke="${colour}" stroke-width="2"/>`,
  );
  const legend = series.map(
    ({ name, colour }, i) =>
      `<rect x="${LEFT + i * 160}" y="34" width="12" height="12" fill="${colour}"/><text x="${LEFT + 18 + i * 160}" y="44">${escaped(name)}</text>`,
  );
  const flags = marks.map(
    ({ atMs, label }, i) =>
      `<line x1="${x(atMs)}" y1="${TOP}" x2="${x(atMs)}" y2="${HEIGHT - BOTTOM}" stroke="#888" stroke-dasharray="3 3"/>` +
      `<text x="${x(atMs) + 3}" y="${TOP - 4 + (i % 2) * 14}" fill="#555">${escaped(label)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${LEFT}" y="22" font-size="15">${escaped(title)}</text>`,
    ...legend,
    ...grid,
    ...levels,
    ...flags,
    ...lines,
    "</svg>\n",
  ].join("\n");
}

function steps(
  points: Series["points"],
  x: (ms: number) => number,
  y: (value: number) => number,
  untilMs: number,
): string {
  const path: string[] = [];
  let last = 0;
  for (const { atMs, value } of points) {
    path.push(path.length === 0 ? `M${x(atMs)} ${y(value)}` : `H${x(atMs)}V${y(value)}`);
    last = value;
  }
  return path.length === 0 ? `M${LEFT} ${y(last)}` : `${path.join("")}H${x(untilMs)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
