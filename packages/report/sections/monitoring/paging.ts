import { count } from "../../html/format.ts";
import { chip, prose } from "../../html/parts.ts";
import { dataTable } from "../../html/table.ts";
import { html, type Markup } from "../../html/template.ts";
import type { LabPaging } from "../../lab/figures.ts";

type Case = LabPaging["cases"][number];

/** What one bad night sends to whom, and what it keeps quiet. */
export function paging({ cases, notifications }: LabPaging): Markup {
  const muted = cases.filter(({ told }) => told === null).length;
  const receivers = new Set(notifications.map(({ receiver }) => receiver)).size;
  return html`${prose(
    `${count(cases.length, "alert")} into a real Alertmanager: ${count(notifications.length, "message")} to ${count(receivers, "receiver")}, ${muted} muted since another alert says it already.`,
  )}${dataTable(
    { id: "paging-cases", caption: "Who is told of what" },
    [
      { title: "Alert", cell: ({ alert }) => alert },
      { title: "About", cell: about },
      {
        title: "Goes to",
        cell: ({ told }) => (told === null ? chip("plain", "muted") : html`<span class="receiver">${told}</span>`),
      },
      { title: "Because", kind: "prose", cell: ({ because }) => because },
    ],
    cases,
  )}`;
}

const about = ({ labels: { service, slo, pod, node } }: Case) =>
  [pod ?? service, slo, node].filter((part) => part !== undefined).join(", ") || "the platform";
