import type { SERVICE_PARTS } from "@pyairtable/cost-model";
import { legend, type Part, stackedBar } from "../charts/bars.ts";
import type { Facts } from "../facts.ts";
import { usd } from "../html/format.ts";
import { html, type Markup } from "../html/template.ts";

/** Two bars of one scale: the whole bill before, and as planned, by what is paid for. */
export function totalBars({ cost, plan }: Facts): Markup {
  const all = Object.values(cost.services);
  const part = (key: string, label: string, value: number): Part => ({ key, label, value });
  const sharedBefore = sum(Object.values(cost.shared).map(({ baselineUsd }) => baselineUsd));
  const shared = sum(Object.values(cost.shared).map(({ plannedUsd }) => plannedUsd));
  const of = (key: (typeof SERVICE_PARTS)[number]) => sum(all.map(({ parts }) => parts[key]));
  const before = [
    part("before", "Services", sum(all.map(({ baselineUsd }) => baselineUsd))),
    part("shared", "Shared", sharedBefore),
  ];
  const planned = [
    part("onDemandCompute", "On demand", of("onDemandCompute")),
    part("spotCompute", "Spot", of("spotCompute")),
    part("logs", "Logs", of("logs")),
    part("alarms", "Alarms", of("alarms")),
    part("secrets", "Secrets", of("secrets")),
    part("shared", "Shared", shared),
  ];
  const budget = plan.budget.monthlyUsd;
  const most = Math.max(cost.baselineUsd, cost.plannedUsd, budget, 1);
  const said = (parts: readonly Part[]) =>
    parts
      .filter(({ value }) => value > 0)
      .map(({ label, value }) => `${label} ${usd(value)}`)
      .join(", ");
  const row = (title: string, total: number, parts: readonly Part[]) => html`
<div class="total-row"><span class="total-name">${title}</span>${stackedBar(parts, most, `${title}: ${usd(total)} USD; ${said(parts)}`, budget)}<span class="total-value">${usd(total)}</span><span class="total-parts">${said(parts)}</span></div>`;
  const keys = [before[0]!, ...planned].filter(({ value }) => value > 0);
  return html`<figure class="totals" aria-labelledby="totals-caption"><figcaption id="totals-caption">The bill by what is paid for, USD a month</figcaption>${row("Before", cost.baselineUsd, before)}${row("Planned", cost.plannedUsd, planned)}
${legend(
  keys.map(({ key, label }) => ({ key, label: key === "before" ? "Services, before" : label })),
  `budget ${usd(budget)}`,
)}</figure>
`;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
