import { gauge } from "../charts/bars.ts";
import type { Facts } from "../facts.ts";
import { fixed, floored, percent, percentOf, trimmed } from "../html/format.ts";
import { chip, prose, section } from "../html/parts.ts";
import { dataTable } from "../html/table.ts";
import { html, type Markup } from "../html/template.ts";

const MONTH_MINUTES = 30 * 1440;

/** What the loss of Spot does to each service, beside what its objective allows. */
export function spot({ plan, availability }: Facts): Markup {
  const rows = plan.services
    .map(({ name, tier }) => {
      const one = availability.services[name]!;
      const allowed = 100 - one.sloPercent;
      const lost = 100 - one.availabilityPercent;
      return { name, tier, ...one, lost, spent: lost / allowed };
    })
    .sort((a, b) => b.spent - a.spent);
  return section("spot", "If Spot is lost", [
    prose(
      "Interruptions of single tasks, storms that take all Spot capacity at once, and faults of single tasks, in closed form. " +
        "Deployments, dependencies and the loss of a zone are not in it.",
      plan.spot.why,
    ),
    dataTable(
      {
        id: "availability",
        caption: "Availability under loss of Spot, closest to its objective first",
        open: ({ sloMet }) => !sloMet,
      },
      [
        { title: "Service", cell: ({ name }) => name },
        { title: "Tier", cell: ({ tier }) => tier },
        {
          title: "Error budget used",
          kind: "wide",
          cell: ({ spent }) => gauge(spent, spent > 1 ? "bad" : "budget", `${percent(spent)} of the error budget`),
        },
        { title: "of budget", kind: "number", cell: ({ spent }) => percent(spent) },
        { title: "Available", kind: "number", cell: ({ availabilityPercent }) => floored(availabilityPercent) },
        { title: "Objective", kind: "number", cell: ({ sloPercent }) => percentOf(sloPercent) },
        { title: "Met", cell: ({ sloMet }) => (sloMet ? chip("good", "met") : chip("bad", "missed")) },
        {
          title: "Minutes lost in 30 days",
          kind: "number",
          cell: ({ lost }) => fixed((lost / 100) * MONTH_MINUTES, 1),
        },
        {
          title: html`On demand + Spot <small>(needed)</small>`,
          kind: "number",
          cell: ({ onDemandTasks, spotTasks, neededTasks }) =>
            html`${onDemandTasks} + ${spotTasks} <small>(${neededTasks})</small>`,
        },
        { title: "Without Spot", cell: ({ survivesTotalSpotLoss }) => (survivesTotalSpotLoss ? "lives" : "waits") },
        { title: "Worst outage, min", kind: "number", cell: ({ worstOutageMinutes }) => trimmed(worstOutageMinutes) },
        {
          title: "Storms a year borne",
          kind: "number",
          cell: ({ stormsPerYearTolerated }) =>
            stormsPerYearTolerated === null ? "any" : trimmed(stormsPerYearTolerated),
        },
      ],
      rows,
    ),
  ]);
}
