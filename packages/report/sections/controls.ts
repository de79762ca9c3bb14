import type { Facts } from "../facts.ts";
import { count, whole } from "../html/format.ts";
import { chip, code, prose, section, subsection, type Tone } from "../html/parts.ts";
import { dataTable } from "../html/table.ts";
import { html, type Markup } from "../html/template.ts";
import type { ControlRule } from "../input.ts";

const SEVERITIES = ["critical", "high", "medium", "low"];
const TONES: Readonly<Record<string, Tone>> = { critical: "bad", high: "bad", medium: "warn", low: "plain" };
const byName = new Intl.Collator("en", { numeric: true }).compare;

/** What enforces which control: the rules of the policy pack, by document and control. */
export function controls({ rules, frameworks }: Facts): Markup {
  const found = new Map<string, ControlRule[]>();
  for (const rule of rules)
    for (const control of rule.controls) found.set(control, [...(found.get(control) ?? []), rule]);
  const documents = [...new Set([...Object.keys(frameworks), ...[...found.keys()].map(prefixOf)])];
  const severities = SEVERITIES.map(
    (severity) => [severity, rules.filter((rule) => rule.severity === severity).length] as const,
  );
  return section("controls", "What enforces which control", [
    prose(
      html`${count(rules.length, "rule")} of the policy pack, ${levels(rules)}: ${severities
        .filter(([, number]) => number > 0)
        .map(([severity, number], index) => html`${index === 0 ? "" : ", "}${whole(number)} ${severity}`)}. `,
    ),
    documents.map((prefix) => framework(prefix, frameworks[prefix] ?? prefix, found)),
    subsection("rules", "Every rule", allRules(rules)),
  ]);
}

function levels(rules: readonly ControlRule[]): string {
  const warn = rules.filter(({ enforcement }) => enforcement === "advisory").map(({ id }) => id);
  if (warn.length === 0) return "all mandatory, each breach stops the preview";
  return `a breach stops the preview, of ${warn.join(", ")} it only warns`;
}

const prefixOf = (control: string) => control.slice(0, Math.max(0, control.indexOf(":")));

function framework(prefix: string, title: string, found: ReadonlyMap<string, readonly ControlRule[]>): Markup | null {
  const rows = [...found]
    .filter(([control]) => prefixOf(control) === prefix)
    .map(([control, rules]) => ({ control: control.slice(prefix.length + 1), rules }))
    .sort((a, b) => byName(a.control, b.control));
  if (rows.length === 0) return null;
  return subsection(
    `controls-${prefix}`,
    title,
    dataTable(
      { id: `map-${prefix}`, caption: `${title}: ${count(rows.length, "control")} with rules` },
      [
        { title: "Control", cell: ({ control }) => control },
        { title: "Rules", kind: "number", cell: ({ rules }) => whole(rules.length) },
        {
          title: "Enforced by",
          kind: "prose",
          cell: ({ rules }) =>
            html`<span class="ids">${rules.map(({ id, title: says }) => html`<a href="#rule-${id}" title="${says}">${id}</a> `)}</span>`,
        },
      ],
      rows,
    ),
  );
}

function allRules(rules: readonly ControlRule[]): Markup {
  return html`<details><summary>${count(rules.length, "rule")} with what each says</summary>
${dataTable(
  { id: "all-rules", caption: "Rules of the policy pack" },
  [
    { title: "Rule", cell: ({ id }) => html`<span id="rule-${id}">${code(id)}</span>` },
    { title: "Says", kind: "prose", cell: ({ title }) => title },
    { title: "Severity", cell: ({ severity }) => chip(TONES[severity] ?? "plain", severity) },
    { title: "Controls", kind: "prose", cell: ({ controls: all }) => all.join(" ") },
  ],
  rules,
)}</details>
`;
}
