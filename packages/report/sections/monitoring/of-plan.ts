import { type AlertRule, BURN_WINDOWS, errorBudget, SEVERITIES } from "@pyairtable/slo";
import type { Facts } from "../../facts.ts";
import { count, duration, fixed, percentOf, whole } from "../../html/format.ts";
import { chip, prose, type Tone } from "../../html/parts.ts";
import { dataTable } from "../../html/table.ts";
import { html, type Markup } from "../../html/template.ts";

const MINUTES_A_DAY = 1440;

const ON_ECS = { fargate: "Prometheus in a task of its own", managed: "a managed Prometheus", off: null } as const;
const ON_KUBERNETES = { stack: "the Prometheus stack on the cluster", off: null } as const;

/** What evaluates the rules in this environment. */
export function watchedBy({ plan }: Facts): Markup {
  const { prometheus, kubernetes, scrapeIntervalSeconds, retentionDays, volumeGiB } = plan.monitoring;
  const who = [ON_ECS[prometheus], ON_KUBERNETES[kubernetes]].filter((one) => one !== null);
  return prose(
    who.length === 0
      ? `${plan.environment} plans no Prometheus: what follows is what one would evaluate.`
      : `${plan.environment} is watched by ${who.join(" and ")}: scraped each ${scrapeIntervalSeconds} s, kept ${retentionDays} days on ${volumeGiB} GiB.`,
  );
}

/** What each service promises, and how much of it may fail. */
export function objectivesOfPlan({ plan, objectives }: Facts): Markup {
  const windows = BURN_WINDOWS.map(
    ({ factor, longSeconds, severity }) => `${factor}× over ${duration(longSeconds)} (${severity})`,
  );
  const of = (service: string, slo: string) => objectives.find((one) => one.service === service && one.slo === slo)!;
  return html`${prose(
    `${count(objectives.length, "objective")} of ${count(plan.services.length, "service")}. A budget that burns too fast alerts at ${windows.join(", ")}; batch services get tickets only.`,
  )}${dataTable(
    { id: "objective-rows", caption: "Objectives of each service" },
    [
      { title: "Service", cell: ({ name }) => name },
      { title: "Tier", cell: ({ tier }) => tier },
      { title: "Owner", cell: ({ tags }) => tags.Owner },
      { title: "Available", kind: "number", cell: ({ slo }) => percentOf(slo.availability * 100) },
      {
        title: "Budget in 30 days, min",
        kind: "number",
        cell: ({ name }) => {
          const spec = of(name, "availability");
          return fixed(errorBudget(spec.objective) * spec.periodDays * MINUTES_A_DAY, 1);
        },
      },
      { title: "p95 within, ms", kind: "number", cell: ({ slo }) => whole(slo.latencyP95Ms) },
      {
        title: "Share that is fast enough",
        kind: "number",
        cell: ({ name }) => percentOf(of(name, "latency").objective * 100),
      },
      {
        title: "Counts",
        cell: ({ name }) => (of(name, "availability").sli.source === "http" ? "requests" : "messages"),
      },
    ],
    plan.services,
  )}`;
}

const TONES: Readonly<Record<AlertRule["severity"], Tone>> = { page: "bad", ticket: "warn", info: "plain" };

/** Each runbook with the alerts that lead to it: the worst first. */
export function alertsOfPlan({ alerts, recordingRules, settings }: Facts): Markup {
  const rank = (rules: readonly AlertRule[]) => Math.min(...rules.map(({ severity }) => SEVERITIES.indexOf(severity)));
  const rows = [...Map.groupBy(alerts, ({ runbook }) => runbook)]
    .map(([runbook, rules]) => ({ runbook, rules, rank: rank(rules) }))
    .sort((a, b) => a.rank - b.rank || (a.runbook < b.runbook ? -1 : 1));
  const numbers = SEVERITIES.map((severity) => [severity, alerts.filter((one) => one.severity === severity).length]);
  return html`${prose(
    `${count(alerts.length, "alert")} for all services together (${numbers.map(([severity, number]) => `${number} ${severity}`).join(", ")}), ${count(recordingRules, "recording rule")}, ${count(rows.length, "runbook")}.`,
  )}${dataTable(
    { id: "runbooks", caption: "Runbooks and the alerts that lead to them" },
    [
      {
        title: "Runbook",
        cell: ({ runbook }) => html`<a href="${settings.runbookBaseUrl}/${runbook}.md">${runbook}</a>`,
      },
      { title: "Alerts", kind: "number", cell: ({ rules }) => whole(rules.length) },
      {
        title: "Names",
        kind: "prose",
        cell: ({ rules }) =>
          rules.map(
            ({ alert, severity }) => html`<span class="alert">${alert} ${chip(TONES[severity], severity)}</span> `,
          ),
      },
    ],
    rows,
  )}`;
}
