import { html, type Markup } from "../html/template.ts";

export interface Interval {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

export interface Lane {
  readonly key: string;
  readonly intervals: readonly Interval[];
}

const LANE = 6;
const GAP = 3;
/** Percent of the width: the shortest that can be seen. */
const LEAST = 0.45;

/** When something held, a lane each, over a common range; a grid line a day before the end. */
export function lanes(
  all: readonly Lane[],
  range: { startSeconds: number; endSeconds: number },
  label: string,
): Markup {
  const { startSeconds, endSeconds } = range;
  const height = all.length * (LANE + GAP) + GAP;
  const x = (seconds: number) => ((seconds - startSeconds) / (endSeconds - startSeconds)) * 100;
  const days = Array.from({ length: Math.floor((endSeconds - startSeconds) / 86_400) }, (_, index) => index + 1);
  const grid = days.map((day) => {
    const at = x(endSeconds - day * 86_400).toFixed(2);
    return html`<line class="grid" x1="${at}%" x2="${at}%" y1="0" y2="100%"/>`;
  });
  const rects = all.flatMap(({ key, intervals }, lane) =>
    intervals.map(({ fromSeconds, toSeconds }) => {
      const width = Math.max(LEAST, x(toSeconds) - x(fromSeconds));
      const left = Math.min(x(fromSeconds), 100 - width);
      return html`<rect class="part-${key}" x="${left.toFixed(2)}%" width="${width.toFixed(2)}%" y="${GAP + lane * (LANE + GAP)}" height="${LANE}" rx="1"/>`;
    }),
  );
  return html`<svg class="lanes" height="${height}" role="img" aria-label="${label}">${grid}${rects}</svg>`;
}
