import { gauge, legend } from "../../charts/bars.ts";
import { fixed, percent, trimmed, usd, vcpuAndGiB } from "../../html/format.ts";
import { chip, prose, type Tone } from "../../html/parts.ts";
import { dataTable } from "../../html/table.ts";
import { html, type Markup } from "../../html/template.ts";
import type { LabUsage } from "../../lab/figures.ts";

type Row = LabUsage["services"][number];

const TONES: Readonly<Record<Row["found"], Tone>> = { over: "over", under: "under", right: "good", none: "bad" };
const TEXTS: Readonly<Record<Row["found"], string>> = {
  over: "too large",
  under: "too small",
  right: "right",
  none: "no verdict",
};
const ORDER: readonly Row["found"][] = ["none", "under", "over", "right"];

export const verdictChip = (found: Row["found"]): Markup => chip(TONES[found], TEXTS[found]);

/** Two weeks of use against one replica's size, and what the rules make of it. */
export function usage({ services }: LabUsage): Markup {
  const rows = [...services].sort((a, b) => ORDER.indexOf(a.found) - ORDER.indexOf(b.found) || b.saving - a.saving);
  const saving = rows.reduce((sum, row) => sum + Math.max(0, row.saving), 0);
  const used = (row: Row) => [row.cpuP99 / row.now.vcpu, row.memoryMaxGiB / row.now.memoryGiB] as const;
  return html`${prose(
    "The busiest replica over two weeks against the size of one: CPU by its 99th percentile, memory by its maximum. " +
      "The verdict is the rules' own, the truth is what the history was made from.",
  )}${legend(
    [
      { key: "cpu", label: "CPU" },
      { key: "memory", label: "memory" },
    ],
    "size of a replica",
  )}${dataTable(
    {
      id: "usage-verdicts",
      caption: "Utilisation against size, and the verdict of the rules",
      open: ({ found, verdict }) => found !== verdict,
      total: ["All that can be saved", "", "", "", "", "", "", "", usd(saving)],
    },
    [
      { title: "Service", cell: ({ service }) => service },
      { title: "Verdict", cell: ({ found }) => verdictChip(found) },
      { title: "Truth", cell: ({ verdict }) => TEXTS[verdict] },
      {
        title: "CPU and memory used",
        kind: "wide",
        cell: (row) => {
          const [cpu, memory] = used(row);
          return html`<div class="pair">${gauge(cpu, "cpu", `CPU ${percent(cpu)} of size`)}${gauge(memory, "memory", `memory ${percent(memory)} of size`)}</div>`;
        },
      },
      {
        title: "CPU p99",
        kind: "number",
        cell: (row) => html`${percent(used(row)[0])} <small>${fixed(row.cpuP99, 3)} vCPU</small>`,
      },
      {
        title: "Memory max",
        kind: "number",
        cell: (row) => html`${percent(used(row)[1])} <small>${fixed(row.memoryMaxGiB, 2)} GiB</small>`,
      },
      { title: "Size of a replica", kind: "number", cell: ({ now }) => vcpuAndGiB(now.vcpu, now.memoryGiB) },
      { title: "Recommended", kind: "number", cell: recommended },
      { title: "Saving, USD a month", kind: "number", cell: (row) => (row.saving === 0 ? "—" : usd(row.saving)) },
    ],
    rows,
  )}`;
}

function recommended({ now, size, fits }: Row): Markup | string {
  const text = vcpuAndGiB(size.vcpu, size.memoryGiB);
  if (!fits) return html`${text} ${chip("bad", "does not fit")}`;
  const same = trimmed(now.vcpu) === trimmed(size.vcpu) && trimmed(now.memoryGiB) === trimmed(size.memoryGiB);
  return same ? "as it is" : text;
}
