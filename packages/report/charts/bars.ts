import { html, type Markup } from "../html/template.ts";

export interface Part {
  /** Becomes the class `part-<key>`, which has the colour. */
  readonly key: string;
  readonly label: string;
  readonly value: number;
}

const share = (value: number, most: number) => `${((Math.max(0, value) / most) * 100).toFixed(2)}%`;

/** One stacked bar; `most` is the value at its full length, `marker` a line across it. Said in words by `label`. */
export function stackedBar(parts: readonly Part[], most: number, label: string, marker?: number): Markup {
  let x = 0;
  const rects = parts
    .filter(({ value }) => value > 0)
    .map(({ key, value }) => {
      const rect = html`<rect class="part-${key}" x="${share(x, most)}" y="0" width="${share(value, most)}" height="100%"/>`;
      x += value;
      return rect;
    });
  const line =
    marker === undefined
      ? null
      : html`<line class="marker" x1="${share(marker, most)}" x2="${share(marker, most)}" y1="0" y2="100%"/>`;
  return html`<svg class="bar" role="img" aria-label="${label}"><rect class="track" width="100%" height="100%"/>${rects}${line}</svg>`;
}

/** How full something is; a line at 100%. Values above it are drawn at the edge. */
export function gauge(value: number, tone: string, label: string): Markup {
  const most = 1.25;
  return stackedBar([{ key: tone, label, value: Math.min(value, most) }], most, label, 1);
}

export const legend = (parts: readonly Pick<Part, "key" | "label">[], marker?: string): Markup =>
  html`<ul class="legend">${parts.map(
    ({ key, label }) =>
      html`<li><svg aria-hidden="true"><rect class="part-${key}" width="100%" height="100%"/></svg>${label}</li>`,
  )}${marker === undefined ? null : html`<li><svg aria-hidden="true"><line class="marker" x1="50%" x2="50%" y1="0" y2="100%"/></svg>${marker}</li>`}</ul>
`;
