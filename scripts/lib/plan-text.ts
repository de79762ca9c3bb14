import type { Plan, ServicePlan } from "@pyairtable/plan";
import { splitTasks } from "@pyairtable/spot-risk";
import { planTotals } from "./plan-totals.ts";
import { type Column, formatTable } from "./table.ts";

const COLUMNS: readonly Column[] = [
  { title: "service" },
  { title: "tier" },
  { title: "vCPU", align: "right" },
  { title: "MiB", align: "right" },
  { title: "tasks", align: "right" },
  { title: "on demand + Spot", align: "right" },
  { title: "off hours", align: "right" },
  { title: "SLO", align: "right" },
  { title: "port", align: "right" },
  { title: "paths" },
  { title: "calls", align: "right" },
];

/** The plan for people: what holds for all, one line a service, the totals. */
export function planText(plan: Plan): string {
  const totals = planTotals(plan);
  const { network, edge, budget, spot, offHours, usageWindow } = plan;
  return [
    `${plan.project} ${plan.environment}${plan.production ? " (production)" : ""}: ${plan.region}, ${plan.zones.join(" ")}`,
    `network ${network.cidr}, NAT ${network.nat}, ${edge.domain}, Kubernetes ${plan.kubernetes.mode}`,
    `budget ${budget.monthlyUsd} USD a month, alert at ${budget.dailyAlertUsd} USD a day`,
    `works ${offHours.days.join(" ")} ${offHours.start}–${offHours.end} ${offHours.timeZone}`,
    `usage ${usageWindow.from} to ${usageWindow.to} (${usageWindow.origin} data)`,
    "",
    formatTable(COLUMNS, plan.services.map(row)),
    "",
    `${totals.services} services, ${totals.tasks} tasks, ${totals.vcpu} vCPU, ${totals.memoryGiB} GiB, ${totals.edges} calls`,
    `Spot: ${spot.why}`,
  ].join("\n");
}

function row(service: ServicePlan): (string | number)[] {
  const { replicas, placement, offHours } = service;
  const { onDemand, spot } = splitTasks(placement, replicas.min);
  return [
    service.name,
    service.tier,
    service.cpuUnits / 1024,
    service.memoryMiB,
    `${replicas.min}–${replicas.max}`,
    `${onDemand} + ${spot}`,
    offHours === "always-on" ? "on" : `${offHours.replicas} tasks`,
    `${Math.round(service.slo.availability * 100_000) / 1000}%`,
    service.port,
    service.route?.paths.join(" ") ?? "",
    service.calls.length,
  ];
}
