import type { Plan } from "@pyairtable/plan";
import { ASSUMPTIONS, HOURS_PER_MONTH } from "../assumptions.ts";
import { type CostLine, costLine } from "../line.ts";
import type { PriceBook } from "../prices.ts";
import { endpointLine, insightsLines, ipv4Line, loadBalancerLines, wafLines } from "../usage-lines.ts";
import { logLines } from "../volume-lines.ts";
import { natAddresses, natLines } from "./nat-lines.ts";
import type { SharedPart } from "./parts.ts";
import { sharedSecrets } from "./secret-owners.ts";
import { plannedTasks } from "./service-lines.ts";

/** Every line that belongs to no single service, by part. */
export function plannedSharedLines(book: PriceBook, plan: Plan): Record<SharedPart, CostLine[]> {
  const zones = plan.zones.length;
  const { network, edge, cluster } = plan;
  const tasks = totalTasks(plan);
  const onEcs = plan.services.filter((service) => service.runtime === "ecs").length;
  const secrets = sharedSecrets(plan).length;
  return {
    loadBalancer: loadBalancerLines(book, "alb"),
    nat: natLines(book, network.nat, zones, tasks),
    publicIpv4: [
      ipv4Line(book, zones, "load balancer, one a zone"),
      ipv4Line(book, natAddresses(network.nat, zones), "NAT"),
    ],
    interfaceEndpoints: network.interfaceEndpoints.map((name) => endpointLine(book, name, zones)),
    waf: edge.waf ? wafLines(book, ASSUMPTIONS.wafRules) : [],
    accessLogs: edge.accessLogs.enabled ? [accessLogLine(book, edge.accessLogs.retentionDays)] : [],
    flowLogs: network.flowLogs.enabled
      ? logLines(book, "flow logs", ASSUMPTIONS.flowLogGbPerMonth, network.flowLogs.retentionDays)
      : [],
    containerInsights: insightsLines(book, cluster.containerInsights, onEcs, tasks),
    execAudit: cluster.exec === null ? [] : [costLine(book, "kms.key", "key of the ECS Exec audit log", 1)],
    sharedSecrets: secrets > 0 ? [costLine(book, "secret.month", "secrets several services read", secrets)] : [],
    kubernetesControlPlane:
      plan.kubernetes.mode === "eks" ? [costLine(book, "eks.hour", "EKS control plane", HOURS_PER_MONTH)] : [],
  };
}

export function totalTasks(plan: Plan): number {
  return plan.services.reduce((sum, service) => {
    const { onDemand, spot } = plannedTasks(service);
    return sum + onDemand + spot;
  }, 0);
}

function accessLogLine(book: PriceBook, retentionDays: number): CostLine {
  const kept = (ASSUMPTIONS.accessLogGbPerMonth * retentionDays * 24) / HOURS_PER_MONTH;
  return costLine(book, "s3.storage", `access logs kept ${retentionDays} days`, kept);
}
