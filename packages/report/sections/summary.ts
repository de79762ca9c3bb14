import type { Facts } from "../facts.ts";
import { floored, percent, usd, whole } from "../html/format.ts";
import { section, type Tile, tiles } from "../html/parts.ts";
import { html, type Markup } from "../html/template.ts";
import type { LabFigures } from "../lab/figures.ts";
import { usageScores } from "../lab/scores.ts";

/** What an environment comes to, in eight figures. */
export function summary(facts: Facts, lab: LabFigures | null): Markup {
  return section("summary", "Summary", tiles([...money(facts), ...standing(facts), ...watched(facts, lab)]));
}

function money({ cost, plan }: Facts): Tile[] {
  const { baselineUsd, plannedUsd, savedUsd, savedPercent, shadowUsd } = cost;
  const budget = plan.budget.monthlyUsd;
  const elsewhere = shadowUsd > 0 ? `; ${usd(shadowUsd)} more on another bill` : "";
  return [
    {
      label: "Cost, USD a month",
      value: html`<span class="before">${usd(baselineUsd)}</span> <span aria-hidden="true">→</span><span class="hidden">to</span> ${usd(plannedUsd)}`,
      note: `before → planned${elsewhere}`,
    },
    { label: "Saved", value: `${savedPercent}%`, note: `${usd(savedUsd)} USD a month`, tone: "good" },
    {
      label: "Budget",
      value: html`${usd(budget)} <small>USD</small>`,
      note:
        plannedUsd <= budget
          ? `${percent(plannedUsd / budget)} of it planned, ${usd(budget - plannedUsd)} left`
          : `${usd(plannedUsd - budget)} too little`,
      tone: plannedUsd <= budget ? "good" : "bad",
    },
  ];
}

function standing({ availability, plan, spotShare }: Facts): Tile[] {
  const { lowest, slosMet, services } = availability;
  const all = Object.values(services);
  const met = all.filter(({ sloMet }) => sloMet).length;
  const alive = plan.services.filter(({ name }) => services[name]!.survivesTotalSpotLoss);
  const critical = alive.filter(({ tier }) => tier === "critical").length;
  const ofCritical = plan.services.filter(({ tier }) => tier === "critical").length;
  return [
    {
      label: "Lowest availability",
      value: lowest === null ? "—" : floored(lowest.availabilityPercent),
      note: lowest === null ? "no services" : `under loss of Spot: ${lowest.service}`,
    },
    {
      label: "Objectives met",
      value: `${met} of ${all.length}`,
      note: `${critical} of ${ofCritical} critical services live without any Spot`,
      tone: slosMet ? "good" : "bad",
    },
    {
      label: "On Spot",
      value: percent(spotShare),
      note: `of vCPU; the target is ${percent(plan.spot.targetShare)}`,
    },
  ];
}

function watched({ rules, alerts }: Facts, lab: LabFigures | null): Tile[] {
  const pages = alerts.filter(({ severity }) => severity === "page").length;
  const enforced: Tile = {
    label: "Enforced and watched",
    value: html`${whole(rules.length)} <small>rules</small>`,
    note: `and ${alerts.length} alerts, ${pages} of them page`,
  };
  if (lab === null) return [enforced, { label: "Monitoring lab", value: "not run", note: "npm run lab:monitoring" }];
  const passed = lab.verdicts.filter((one) => one.passed).length;
  const scores = lab.usage === null ? null : usageScores(lab.usage);
  return [
    enforced,
    {
      label: "Monitoring lab",
      value: html`${passed} of ${lab.verdicts.length} <small>checks</small>`,
      note: scores === null ? "no usage verdicts" : `${scores.right} of ${scores.all} usage verdicts are true`,
      tone: passed === lab.verdicts.length ? "good" : "bad",
    },
  ];
}
