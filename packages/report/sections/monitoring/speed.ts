import { stackedBar } from "../../charts/bars.ts";
import { fixed, whole } from "../../html/format.ts";
import { prose } from "../../html/parts.ts";
import { dataTable } from "../../html/table.ts";
import { html, type Markup } from "../../html/template.ts";
import type { LabSpeed } from "../../lab/figures.ts";

const ms = (seconds: number) => fixed(seconds * 1000, 1);

/** Evaluation time of all rules and queries at two sizes of the platform. */
export function speed({ sizes, groups }: LabSpeed): Markup {
  const [one, ten] = [sizes[0]!, sizes[1]!];
  const titles = sizes.map(({ times, services }) => `${times}×: ${whole(services)} services`);
  const sum = (index: number) => groups.reduce((all, { seconds }) => all + seconds[index]!, 0);
  const figures: [what: string, of: (size: typeof one, index: number) => string][] = [
    ["All rules once, ms", (_, index) => ms(sum(index))],
    ["Rules", ({ rules }) => whole(rules)],
    ["Series in the head", ({ series }) => whole(series)],
    ["All queries of all dashboards, ms", ({ querySeconds }) => ms(querySeconds)],
    ["Slowest query, ms", ({ slowestQuerySeconds }) => ms(slowestQuerySeconds)],
    ["Memory, MiB", ({ memoryMiB }) => whole(memoryMiB)],
  ];
  const most = Math.max(...groups.flatMap(({ seconds }) => seconds), 1e-6);
  const ratio = ({ seconds }: (typeof groups)[number]) =>
    seconds[0] === 0 ? "—" : `${fixed(seconds[1]! / seconds[0]!, 1)}×`;
  return html`${prose("Medians of three evaluations as the server reports them; the second size has each service ten times.")}${dataTable(
    { id: "speed-sizes", caption: "One evaluation of everything" },
    [
      { title: "What", cell: ([what]) => what },
      { title: titles[0]!, kind: "number", cell: ([, of]) => of(one, 0) },
      { title: titles[1]!, kind: "number", cell: ([, of]) => of(ten, 1) },
    ],
    figures,
  )}${dataTable(
    {
      id: "speed-groups",
      caption: "Groups of rules, milliseconds an evaluation",
      total: ["All groups", "", ms(sum(0)), ms(sum(1)), `${fixed(sum(1) / sum(0), 1)}×`],
    },
    [
      { title: "Group", cell: ({ name }) => name },
      {
        title: html`Time <small>upper ${one.times}×, lower ${ten.times}×</small>`,
        kind: "wide",
        cell: ({ seconds }) =>
          html`<div class="pair">${seconds.map((value, index) => stackedBar([{ key: index === 0 ? "ours" : "published", label: "", value }], most, `${titles[index]}: ${ms(value)} ms`))}</div>`,
      },
      { title: `${one.times}×`, kind: "number", cell: ({ seconds }) => ms(seconds[0]!) },
      { title: `${ten.times}×`, kind: "number", cell: ({ seconds }) => ms(seconds[1]!) },
      { title: "Ratio", kind: "number", cell: ratio },
    ],
    groups,
  )}`;
}
