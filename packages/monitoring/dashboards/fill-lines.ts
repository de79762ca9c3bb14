import type { Panel } from "./page.ts";

const COLUMNS = 24;

/** Widens the last panel of each line to the edge, since which panels there are depends on the plan. */
export function fillLines(panels: readonly Panel[]): readonly Panel[] {
  const filled: Panel[] = [];
  let used = 0;
  for (const panel of panels) {
    if (used + panel.width > COLUMNS) widenLast(filled, COLUMNS - used);
    used = used + panel.width > COLUMNS ? panel.width : used + panel.width;
    filled.push(panel);
  }
  widenLast(filled, COLUMNS - used);
  return filled;
}

function widenLast(panels: Panel[], by: number): void {
  const last = panels.pop();
  if (last !== undefined) panels.push({ ...last, width: last.width + by });
}
