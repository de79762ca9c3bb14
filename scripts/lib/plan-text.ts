import { type Plan, type ServicePlan, usesEcs } from "@pyairtable/plan";
import { splitPods, splitTasks, spotShareOf } from "@pyairtable/spot-risk";
import { planTotals } from "./plan-totals.ts";
import { type Column, formatTable } from "./table.ts";

const COLUMNS: readonly Column[] = [
  { title: "service" },
  { title: "tier" },
  { title: "runs on" },
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
  // Where one runtime carries all, the first lines say which.
  const mixed = plan.services.some(({ kubernetes }) => kubernetes !== null) && usesEcs(plan);
  const shown = (_: unknown, index: number) => mixed || COLUMNS[index]?.title !== "runs on";
  const columns = COLUMNS.filter(shown);
  const rows = plan.services.map((service) => row(service).filter(shown));
  const { network, edge, budget, spot, offHours, usageWindow } = plan;
  return [
    `${plan.project} ${plan.environment}${plan.production ? " (production)" : ""}: ${plan.region}, ${plan.zones.join(" ")}`,
    `network ${network.cidr}, NAT ${network.nat}, ${edge.domain}, Kubernetes ${kubernetesText(plan)}`,
    `budget ${budget.monthlyUsd} USD a month, alert at ${budget.dailyAlertUsd} USD a day`,
    `works ${offHours.days.join(" ")} ${offHours.start}–${offHours.end} ${offHours.timeZone}`,
    `usage ${usageWindow.from} to ${usageWindow.to} (${usageWindow.origin} data)`,
    "",
    formatTable(columns, rows),
    "",
    `${totals.services} services, ${totals.tasks} tasks, ${totals.vcpu} vCPU, ${totals.memoryGiB} GiB, ${totals.edges} calls`,
    `Spot: ${spot.why}${podShare(plan)}`,
  ].join("\n");
}

function kubernetesText({ kubernetes, services }: Plan): string {
  const { mode, version, namespaces, addOns } = kubernetes;
  if (mode === "off") return mode;
  const here = services.filter((service) => service.kubernetes !== null).length;
  const on = Object.entries(addOns).flatMap(([name, { enabled }]) => (enabled ? [name] : []));
  return `${mode} ${version}: ${here} services in ${namespaces.length} namespaces; ${on.join(", ") || "no add-ons"}`;
}

/** Spread pods count half, so with pods the share may differ from the placements'. */
function podShare(plan: Plan): string {
  if (plan.services.every(({ kubernetes }) => kubernetes === null)) return "";
  return `; with pods as they are spread, ${Math.round(spotShareOf(plan) * 1000) / 10}%`;
}

function row(service: ServicePlan): (string | number)[] {
  const { replicas, placement, kubernetes } = service;
  const { onDemand, spot } =
    kubernetes === null ? splitTasks(placement, replicas.min) : splitPods(kubernetes.capacity.kind, replicas.min);
  return [
    service.name,
    service.tier,
    service.runtime,
    service.cpuUnits / 1024,
    service.memoryMiB,
    `${replicas.min}–${replicas.max}`,
    `${onDemand} + ${spot}`,
    offHoursText(service),
    `${Math.round(service.slo.availability * 100_000) / 1000}%`,
    service.port,
    service.route?.paths.join(" ") ?? "",
    service.calls.length,
  ];
}

/** On Kubernetes the autoscaler decides: without KEDA nobody sleeps. */
function offHoursText({ offHours, kubernetes, replicas }: ServicePlan): string {
  if (offHours === "always-on" || (kubernetes !== null && kubernetes.autoscaler.minReplicas >= replicas.min))
    return "on";
  return `${kubernetes?.autoscaler.minReplicas ?? offHours.replicas} tasks`;
}
