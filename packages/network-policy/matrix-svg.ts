import { type CellKind, compareMatrix, type Edge, type Matrix } from "./matrix.ts";
import { DRAWINGS, escapeXml, LEGEND, STYLE } from "./svg-parts.ts";

export interface MatrixSvgOptions {
  /** Edges that should be there; without them every edge found counts as expected. */
  readonly expected?: readonly Edge[];
  readonly title?: string;
}

const CELL = 18;
const GAP = 8;
/** Mean width of a character of the labels, px. */
const CHARACTER = 6.6;
const TOP = 62;

/**
 * The matrix as SVG text: a row a caller, a column a callee. Colours follow the reader's light or dark scheme; each kind
 * of cell has a shape of its own as well. Labels are pod names, whole where two namespaces share one.
 */
export function matrixSvg(matrix: Matrix, options: MatrixSvgOptions = {}): string {
  const { names } = matrix;
  const { kinds, missing, unexpected } = compareMatrix(matrix, options.expected ?? foundEdges(matrix));
  const labels = shortLabels(names);
  const longest = Math.ceil(Math.max(0, ...labels.map((label) => label.length)) * CHARACTER) + GAP;
  const side = names.length * CELL;
  const left = longest + GAP;
  const top = TOP + longest;
  const width = Math.max(left + side + GAP, 520);
  const height = top + side + 3 * GAP;
  const title = options.title ?? "Who may call whom";
  const allowed = kinds.flat().filter((kind) => kind === "allowed").length;
  const summary = `${names.length} pods; edges: ${allowed} as expected, ${missing.length} missing, ${unexpected.length} unexpected`;

  const rows = labels.map((label, i) => text(left - GAP, top + i * CELL + 13, label, 'text-anchor="end"'));
  const columns = labels.map((label, i) => {
    const x = left + i * CELL + 13;
    return text(x, top - GAP, label, `transform="rotate(-90 ${x} ${top - GAP})"`);
  });
  const cells = kinds.flatMap((row, r) =>
    row.map((kind, c) => {
      const tip = `${names[r]} → ${names[c]}: ${told(kind, matrix.reached[r]![c]!)}`;
      const at = `x="${left + c * CELL}" y="${top + r * CELL}"`;
      return `<use href="#nm-${kind}" ${at}><title>${escapeXml(tip)}</title></use>`;
    }),
  );
  const legend = LEGEND.map(
    ({ kind, says }, i) => `<use href="#nm-${kind}" x="${GAP + i * 126}" y="34"/>${text(GAP + i * 126 + 23, 47, says)}`,
  );
  // One drawing a kind; pictures that share a page define the same ones.
  const drawings = LEGEND.map(({ kind }) => `<g id="nm-${kind}">${DRAWINGS[kind]}</g>`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(`${title}: ${summary}`)}">`,
    `<style>${STYLE}</style>`,
    `<defs>${drawings.join("")}</defs>`,
    text(GAP, 20, `${title}: ${summary}`, 'class="nm-title"'),
    ...legend,
    text(left - GAP, top - GAP, "caller ↓  callee →", 'text-anchor="end"'),
    ...columns,
    ...rows,
    ...cells,
    ...namespaceLines(names, left, top, side),
    "</svg>\n",
  ].join("\n");
}

function foundEdges({ names, reached }: Matrix): Edge[] {
  return names.flatMap((from, row) =>
    names.flatMap((to, column) => (reached[row]![column]!.length > 0 ? [{ from, to }] : [])),
  );
}

function told(kind: CellKind, ports: readonly string[]): string {
  const found = ports.length === 0 ? "closed" : ports.join(", ");
  return kind === "allowed" || kind === "denied" ? `${found}, as expected` : `${found}, ${kind}`;
}

function shortLabels(names: readonly string[]): string[] {
  const short = names.map((name) => name.slice(name.indexOf("/") + 1));
  return short.map((label, i) => (short.indexOf(label) === short.lastIndexOf(label) ? label : names[i]!));
}

/** A line between two namespaces, where the order keeps them together. */
function namespaceLines(names: readonly string[], left: number, top: number, side: number): string[] {
  const namespaces = names.map((name) => name.split("/")[0]);
  return namespaces.flatMap((namespace, i) => {
    if (i === 0 || namespace === namespaces[i - 1]) return [];
    const at = i * CELL - 0.5;
    return [`<path class="nm-border" d="M${left} ${top + at}h${side}M${left + at} ${top}v${side}"/>`];
  });
}

function text(x: number, y: number, value: string, attributes = ""): string {
  const style = attributes.includes("class=") ? "" : ' class="nm-text"';
  return `<text x="${x}" y="${y}"${style}${attributes === "" ? "" : ` ${attributes}`}>${escapeXml(value)}</text>`;
}
