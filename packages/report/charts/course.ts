import { html, type Markup } from "../html/template.ts";

const [WIDTH, HEIGHT] = [240, 80];
/** Shares above it are drawn at the edge. */
const MOST = 1.25;

/** Two weeks of one service: shares of a replica's size, evenly spaced, null where nothing ran; a line at the size. */
export function course(cpu: readonly (number | null)[], memory: readonly (number | null)[], label: string): Markup {
  return html`<svg class="course" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${label}"><line class="size" x1="0" x2="${WIDTH}" y1="${y(1)}" y2="${y(1)}"/><path class="line-memory" d="${path(memory)}"/><path class="line-cpu" d="${path(cpu)}"/></svg>`;
}

/** Broken where there is no value. */
function path(values: readonly (number | null)[]): string {
  const step = WIDTH / Math.max(1, values.length - 1);
  return values
    .map((value, index) => {
      if (value === null) return "";
      const starts = index === 0 || values[index - 1] === null;
      return `${starts ? "M" : "L"}${(index * step).toFixed(1)} ${y(value)}`;
    })
    .join("");
}

const y = (share: number) => (HEIGHT * (1 - Math.min(MOST, share) / MOST)).toFixed(1);
