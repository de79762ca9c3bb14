import type { Plan, ServicePlan } from "@pyairtable/plan";
import { ASSUMPTIONS, HOURS_PER_MONTH } from "../assumptions.ts";
import { type CostLine, costLine } from "../line.ts";
import type { PriceBook } from "../prices.ts";
import { endpointLine, insightsLines, ipv4Line, loadBalancerLines, wafLines } from "../usage-lines.ts";
import { logLines } from "../volume-lines.ts";
import { kubernetesLines } from "./kubernetes-lines.ts";
import { isOnThisBill, makes } from "./makes.ts";
import { monitoringLines, monitoringTasks } from "./monitoring-lines.ts";
import { natAddresses, natLines } from "./nat-lines.ts";
import type { SharedPart } from "./parts.ts";
import { sharedSecrets } from "./secret-owners.ts";
import { plannedTasks } from "./service-lines.ts";

/** Every line that belongs to no single service, by part. */
export function plannedSharedLines(book: PriceBook, plan: Plan): Record<SharedPart, CostLine[]> {
  const zones = plan.zones.length;
  const { network, edge, cluster } = plan;
  const made = makes(plan);
  const onEcs = plan.services.filter((service) => service.kubernetes === null);
  const throughNat = plan.services.filter((service) => isOnThisBill(service, plan));
  const secrets = sharedSecrets(plan).length;
  const watching = made.ecs ? monitoringTasks(plan) : 0;
  const nat = made.network ? natLines(book, network.nat, zones, totalTasks(throughNat) + watching) : [];
  const natIps = made.network ? natAddresses(network.nat, zones) : 0;
  return {
    loadBalancer: made.ecs ? loadBalancerLines(book, "alb") : [],
    nat,
    publicIpv4: [
      ...(made.ecs ? [ipv4Line(book, zones, "load balancer, one a zone")] : []),
      ...(natIps > 0 ? [ipv4Line(book, natIps, "NAT")] : []),
    ],
    interfaceEndpoints: made.network ? network.interfaceEndpoints.map((name) => endpointLine(book, name, zones)) : [],
    waf: made.ecs && edge.waf ? wafLines(book, ASSUMPTIONS.wafRules) : [],
    accessLogs: made.ecs && edge.accessLogs.enabled ? [accessLogLine(book, edge.accessLogs.retentionDays)] : [],
    flowLogs:
      made.network && network.flowLogs.enabled
        ? logLines(book, "flow logs", ASSUMPTIONS.flowLogGbPerMonth, network.flowLogs.retentionDays)
        : [],
    containerInsights: made.ecs
      ? insightsLines(book, cluster.containerInsights, onEcs.length + watching, totalTasks(onEcs) + watching)
      : [],
    execAudit: made.ecs && cluster.exec !== null ? [costLine(book, "kms.key", "key of the ECS Exec audit log", 1)] : [],
    sharedSecrets: secrets > 0 ? [costLine(book, "secret.month", "secrets several services read", secrets)] : [],
    monitoring: monitoringLines(book, plan),
    ...kubernetesLines(book, plan),
  };
}

/** Tasks and pods that run on average. */
function totalTasks(services: readonly ServicePlan[]): number {
  return services.reduce((sum, service) => {
    const { onDemand, spot } = plannedTasks(service);
    return sum + onDemand + spot;
  }, 0);
}

function accessLogLine(book: PriceBook, retentionDays: number): CostLine {
  const kept = (ASSUMPTIONS.accessLogGbPerMonth * retentionDays * 24) / HOURS_PER_MONTH;
  return costLine(book, "s3.storage", `access logs kept ${retentionDays} days`, kept);
}
