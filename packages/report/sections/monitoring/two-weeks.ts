import { course } from "../../charts/course.ts";
import { percent } from "../../html/format.ts";
import { html, type Markup } from "../../html/template.ts";
import type { LabTwoWeeks, LabUsage } from "../../lab/figures.ts";
import { verdictChip } from "./usage.ts";

/** Small multiples: each service's CPU and memory as the server recorded them, with its verdict. */
export function twoWeeks({ days, services, stepSeconds }: LabTwoWeeks, usage: LabUsage | null): Markup {
  const verdicts = new Map(usage?.services.map(({ service, found }) => [service, found]));
  return html`<p id="two-weeks-caption">${days} days of the busiest replica, the highest of each ${stepSeconds / 3600} hours: <span class="key key-cpu">CPU</span> and <span class="key key-memory">memory</span>. The dashed line is a replica's size; gaps are nights in which nothing runs.</p>
<ul class="courses" aria-labelledby="two-weeks-caption">${services.map(({ service, cpu, memory }) => {
    const found = verdicts.get(service);
    const label = `${service}: CPU at most ${most(cpu)}, memory at most ${most(memory)} of a replica's size`;
    return html`<li><span class="course-head"><span class="course-name">${service}</span>${found === undefined ? null : verdictChip(found)}</span>${course(cpu, memory, label)}</li>
`;
  })}</ul>
`;
}

function most(values: readonly (number | null)[]): string {
  const there = values.filter((value) => value !== null);
  return there.length === 0 ? "nothing" : percent(Math.max(...there));
}
