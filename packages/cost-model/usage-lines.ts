import { ASSUMPTIONS, HOURS_PER_MONTH } from "./assumptions.ts";
import { type CostLine, costLine } from "./line.ts";
import { isPriceKey, type PriceBook } from "./prices.ts";
import { type IngestKey, logLines } from "./volume-lines.ts";

// Priced by use, so by assumption. One place: the plan's price and the graph's price must agree.

/** Logs of `tasks` running tasks. */
export function taskLogLines(book: PriceBook, tasks: number, retentionDays: number, ingest?: IngestKey): CostLine[] {
  return logLines(book, "logs", tasks * ASSUMPTIONS.logGbPerTaskMonth, retentionDays, ingest);
}

export function loadBalancerLines(book: PriceBook, kind: "alb" | "nlb"): CostLine[] {
  return [
    costLine(book, `${kind}.hour`, "load balancer", HOURS_PER_MONTH),
    costLine(book, `${kind}.lcu`, "load balancer capacity units", HOURS_PER_MONTH * ASSUMPTIONS.lcuAverage),
  ];
}

/** Data through NAT gateways of `tasks` running tasks; a NAT instance has no such charge. */
export function natTrafficLine(book: PriceBook, tasks: number): CostLine {
  return costLine(book, "nat.gb", "data through NAT", tasks * ASSUMPTIONS.natGbPerTaskMonth);
}

export function natInstanceLines(book: PriceBook): CostLine[] {
  const { type, diskGb } = ASSUMPTIONS.natInstance;
  return instanceLines(book, type, diskGb);
}

/** An EC2 instance and its gp3 root disk; throws an `Error` for a type without a price. */
export function instanceLines(book: PriceBook, type: string, diskGb: number): CostLine[] {
  const key = `ec2.${type}`;
  if (!isPriceKey(key)) throw new Error(`no price of ${key}`);
  const hours = costLine(book, key, `EC2 ${type}`, HOURS_PER_MONTH);
  return [hours, costLine(book, "ebs.gp3", `disk of ${type}`, diskGb)];
}

export function natGatewayLine(book: PriceBook): CostLine {
  return costLine(book, "nat.hour", "NAT gateway", HOURS_PER_MONTH);
}

export function ipv4Line(book: PriceBook, addresses: number, what: string): CostLine {
  return costLine(book, "ipv4.hour", `public IPv4 addresses: ${what}`, addresses * HOURS_PER_MONTH);
}

export function wafLines(book: PriceBook, rules: number): CostLine[] {
  return [
    costLine(book, "waf.acl", "web ACL", 1),
    costLine(book, "waf.rule", "web ACL rules", rules),
    costLine(book, "waf.requests", "requests inspected", ASSUMPTIONS.millionRequestsPerMonth),
  ];
}

export function endpointLine(book: PriceBook, name: string, zones: number): CostLine {
  return costLine(book, "endpoint.hour", `interface endpoint ${name}, ${zones} zones`, zones * HOURS_PER_MONTH);
}

/** Container Insights of a cluster; empty where it is disabled. */
export function insightsLines(book: PriceBook, mode: string, services: number, tasks: number): CostLine[] {
  const { clusterMetrics, metricsPerService, metricsPerTask } = ASSUMPTIONS.insights;
  const metrics = clusterMetrics + services * metricsPerService;
  if (mode === "enabled") return [costLine(book, "metric.custom", "Container Insights metrics", metrics)];
  if (mode !== "enhanced") return [];
  const all = metrics + tasks * metricsPerTask;
  return [costLine(book, "metric.enhanced-insights", "Container Insights enhanced metrics", all)];
}
