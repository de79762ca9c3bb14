import { escaped } from "../../support/escape.ts";

/** One service's course: shares of a replica's size, evenly spaced; NaN where nothing ran. */
export interface Course {
  readonly service: string;
  readonly verdict: string;
  readonly cpu: readonly number[];
  readonly memory: readonly number[];
}

const COLUMNS = 5;
const [WIDTH, HEIGHT] = [188, 96];
const GAP = 12;
const TOP = 54;
const TITLE = 16;
/** Shares above it are drawn at the edge. */
const MOST = 1.2;
const COLOURS = { cpu: "#2471a3", memory: "#b7950b" } as const;
const VERDICTS: Readonly<Record<string, string>> = { over: "#8e44ad", under: "#c0392b", right: "#1e8449" };

/** Small multiples of CPU and memory over two weeks, each with its verdict; the line at 1 is a replica's size. */
export function twoWeeksSvg(courses: readonly Course[]): string {
  const rows = Math.ceil(courses.length / COLUMNS);
  const width = COLUMNS * (WIDTH + GAP) + GAP;
  const height = TOP + rows * (HEIGHT + TITLE + GAP);
  const legend = [
    ...Object.entries(COLOURS).map(([name, colour]) => ({ name: `${name} of the busiest replica`, colour })),
    ...Object.entries(VERDICTS).map(([name, colour]) => ({ name: `verdict: ${name}`, colour })),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11" role="img" aria-label="Two weeks of CPU and memory of each service">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${GAP}" y="20" font-size="15">Two weeks of each service, as shares of a replica's size</text>`,
    ...legend.map(
      ({ name, colour }, index) =>
        `<rect x="${GAP + index * 198}" y="30" width="10" height="10" fill="${colour}"/><text x="${GAP + 14 + index * 198}" y="39">${name}</text>`,
    ),
    ...courses.map((course, index) => {
      const x = GAP + (index % COLUMNS) * (WIDTH + GAP);
      const y = TOP + Math.floor(index / COLUMNS) * (HEIGHT + TITLE + GAP);
      return `<g transform="translate(${x} ${y})">${multiple(course)}</g>`;
    }),
    "</svg>\n",
  ].join("\n");
}

function multiple({ service, verdict, cpu, memory }: Course): string {
  const size = y(1);
  return [
    `<text x="0" y="${TITLE - 5}" fill="${VERDICTS[verdict] ?? "#000"}">${escaped(service)}</text>`,
    `<rect y="${TITLE}" width="${WIDTH}" height="${HEIGHT}" fill="#f7f7f7"/>`,
    `<line x1="0" y1="${size}" x2="${WIDTH}" y2="${size}" stroke="#999" stroke-dasharray="3 3"/>`,
    `<path d="${path(memory)}" fill="none" stroke="${COLOURS.memory}"/>`,
    `<path d="${path(cpu)}" fill="none" stroke="${COLOURS.cpu}"/>`,
  ].join("");
}

/** Broken where there is no value. */
function path(values: readonly number[]): string {
  const step = WIDTH / Math.max(1, values.length - 1);
  return values
    .map((value, index) => {
      if (Number.isNaN(value)) return "";
      const starts = index === 0 || Number.isNaN(values[index - 1]!);
      return `${starts ? "M" : "L"}${(index * step).toFixed(1)} ${y(value)}`;
    })
    .join("");
}

const y = (share: number) => (TITLE + HEIGHT * (1 - Math.min(MOST, share) / MOST)).toFixed(1);
