import { SERVICE_PARTS, type ServicePart } from "@pyairtable/cost-model";
import { legend, type Part, stackedBar } from "../charts/bars.ts";
import type { Facts } from "../facts.ts";
import { usd } from "../html/format.ts";
import { prose, section, subsection } from "../html/parts.ts";
import { type Column, dataTable } from "../html/table.ts";
import { html, type Markup } from "../html/template.ts";
import { totalBars } from "./cost-total.ts";

export const PART_LABELS: Readonly<Record<ServicePart, string>> = {
  onDemandCompute: "On demand",
  spotCompute: "Spot",
  logs: "Logs",
  alarms: "Alarms",
  secrets: "Secrets",
};

/** Where the money goes: the bill before and as planned, by service and by what all share. */
export function cost(facts: Facts): Markup {
  const { region, hoursPerMonth, assumptions } = facts.cost;
  return section("cost", "Where the money goes", [
    prose(
      `USD a month of ${hoursPerMonth} hours, prices of ${region}. Before: each service as it ran before the plan.`,
    ),
    totalBars(facts),
    subsection("cost-services", "Services", services(facts)),
    subsection("cost-shared", "What all share", shared(facts)),
    subsection(
      "cost-assumptions",
      "Assumptions",
      html`<ul class="fine">${assumptions.map((one) => html`<li>${one}</li>`)}</ul>\n`,
    ),
  ]);
}

function services({ cost, plan }: Facts): Markup {
  const mixed = new Set(plan.services.map(({ runtime }) => runtime)).size > 1;
  const unbilled = cost.shadowUsd > 0;
  const rows = plan.services
    .map(({ name, tier, runtime }) => ({ name, tier, runtime, ...cost.services[name]! }))
    .sort((a, b) => b.plannedUsd - a.plannedUsd || b.shadowUsd - a.shadowUsd);
  type Row = (typeof rows)[number];
  const most = Math.max(1, ...rows.map(({ baselineUsd, plannedUsd }) => Math.max(baselineUsd, plannedUsd)));
  const parts = (row: Row): Part[] =>
    SERVICE_PARTS.map((key) => ({ key, label: PART_LABELS[key], value: row.parts[key] }));
  const money = (title: string, of: (row: Row) => number): Column<Row> => ({
    title,
    kind: "number",
    cell: (row) => usd(of(row)),
  });
  const amounts: [title: string, of: (row: Row) => number][] = [
    ["Before", (row) => row.baselineUsd],
    ["Planned", (row) => row.plannedUsd],
    ["Saved", (row) => row.baselineUsd - row.plannedUsd],
    ...SERVICE_PARTS.map((key): [string, (row: Row) => number] => [PART_LABELS[key], (row) => row.parts[key]]),
    ...(unbilled ? [["Not billed here", (row) => row.shadowUsd] as [string, (row: Row) => number]] : []),
  ];
  const sums = amounts.map(([, of]) => usd(rows.reduce((sum, row) => sum + of(row), 0)));
  const blank = mixed ? ["", "", ""] : ["", ""];
  return html`${legend(
    SERVICE_PARTS.map((key) => ({ key, label: PART_LABELS[key] })),
    "before",
  )}${dataTable(
    {
      id: "services",
      caption: "Cost of each service, USD a month, dearest first",
      total: ["All services", ...blank, ...sums],
    },
    [
      { title: "Service", cell: ({ name }) => name },
      { title: "Tier", cell: ({ tier }) => tier },
      ...(mixed ? [{ title: "Runs on", cell: ({ runtime }: Row) => RUNTIMES[runtime] }] : []),
      {
        title: "Planned by part",
        kind: "wide",
        cell: (row) =>
          stackedBar(
            parts(row),
            most,
            `${usd(row.plannedUsd)} planned, ${usd(row.baselineUsd)} before`,
            row.baselineUsd,
          ),
      },
      ...amounts.map(([title, of]) => money(title, of)),
    ],
    rows,
  )}`;
}

export const RUNTIMES = { ecs: "ECS", kubernetes: "Kubernetes" } as const;

function shared({ cost }: Facts): Markup {
  const rows = Object.entries(cost.shared)
    .map(([name, part]) => ({ name: words(name), ...part }))
    .filter(({ baselineUsd, plannedUsd }) => baselineUsd > 0 || plannedUsd > 0);
  if (rows.length === 0) return prose("Nothing that is billed here.");
  const sum = (of: (row: (typeof rows)[number]) => number) => usd(rows.reduce((all, row) => all + of(row), 0));
  return dataTable(
    {
      id: "shared",
      caption: "Cost of shared parts, USD a month",
      total: ["All shared parts", sum((row) => row.baselineUsd), sum((row) => row.plannedUsd), ""],
    },
    [
      { title: "Part", cell: ({ name }) => name },
      { title: "Before", kind: "number", cell: ({ baselineUsd }) => usd(baselineUsd) },
      { title: "Planned", kind: "number", cell: ({ plannedUsd }) => usd(plannedUsd) },
      { title: "Why", kind: "prose", cell: ({ why }) => why },
    ],
    rows,
  );
}

const KEPT: Readonly<Record<string, string>> = { nat: "NAT", publicIpv4: "Public IPv4", waf: "Web ACL" };

/** `loadBalancer` → `Load balancer`. */
export function words(key: string): string {
  const text = key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return KEPT[key] ?? text.charAt(0).toUpperCase() + text.slice(1).replace("kubernetes", "Kubernetes");
}
