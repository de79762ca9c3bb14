import { SERVICE_PARTS, type ServiceCost, type ServicePart } from "@pyairtable/cost-model";
import { legend, stackedBar } from "../charts/bars.ts";
import type { Facts } from "../facts.ts";
import { usd } from "../html/format.ts";
import { prose, section, subsection } from "../html/parts.ts";
import { type Column, dataTable } from "../html/table.ts";
import { html, type Markup } from "../html/template.ts";
import { totalBars } from "./cost-total.ts";

interface ShownPart {
  readonly key: ServicePart | "unbilled";
  readonly label: string;
  readonly of: (service: ServiceCost) => number;
}

const LABELS: Readonly<Record<ServicePart, string>> = {
  onDemandCompute: "On demand",
  spotCompute: "Spot",
  logs: "Logs",
  alarms: "Alarms",
  secrets: "Secrets",
};
/** Columns of a service's bill, and last what somebody else's bill has. */
const PARTS: readonly ShownPart[] = [
  ...SERVICE_PARTS.map((key): ShownPart => ({ key, label: LABELS[key], of: ({ parts }) => parts[key] })),
  { key: "unbilled", label: "Not billed here", of: ({ shadowUsd }) => shadowUsd },
];

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
  const rows = plan.services
    .map(({ name, tier, runtime }) => ({ name, tier, runtime, ...cost.services[name]! }))
    .sort((a, b) => b.plannedUsd - a.plannedUsd || b.shadowUsd - a.shadowUsd);
  type Row = (typeof rows)[number];
  // Where nobody has any of it, it is no column.
  const shown = PARTS.filter(({ of }) => rows.some((row) => of(row) > 0));
  const most = Math.max(1, ...rows.flatMap((row) => [row.baselineUsd, row.plannedUsd + row.shadowUsd]));
  const amounts: readonly { label: string; of: (row: Row) => number }[] = [
    { label: "Before", of: (row) => row.baselineUsd },
    { label: "Planned", of: (row) => row.plannedUsd },
    { label: "Saved", of: (row) => row.baselineUsd - row.plannedUsd },
    ...shown,
  ];
  const sums = amounts.map(({ of }) => usd(rows.reduce((sum, row) => sum + of(row), 0)));
  const bar = (row: Row) =>
    stackedBar(
      shown.map(({ key, label, of }) => ({ key, label, value: of(row) })),
      most,
      `${usd(row.plannedUsd)} planned, ${usd(row.baselineUsd)} before`,
      row.baselineUsd,
    );
  return html`${legend(shown, "before")}${dataTable(
    {
      id: "services",
      caption: "Cost of each service, USD a month, dearest first",
      total: ["All services", ...(mixed ? ["", ""] : [""]), "", ...sums],
    },
    [
      { title: "Service", cell: ({ name }) => name },
      { title: "Tier", cell: ({ tier }) => tier },
      ...(mixed ? [{ title: "Runs on", cell: ({ runtime }: Row) => RUNTIMES[runtime] }] : []),
      { title: "Planned by part", kind: "wide", cell: bar },
      ...amounts.map(({ label, of }): Column<Row> => ({ title: label, kind: "number", cell: (row) => usd(of(row)) })),
    ],
    rows,
  )}`;
}

const RUNTIMES = { ecs: "ECS", kubernetes: "Kubernetes" } as const;

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
function words(key: string): string {
  const text = key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return KEPT[key] ?? text.charAt(0).toUpperCase() + text.slice(1).replace("kubernetes", "Kubernetes");
}
