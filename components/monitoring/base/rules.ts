import type { MonitoringPlan, Plan } from "@pyairtable/plan";
import { PORTS } from "../config/ports.ts";

/** One rule of a security group; `peer` is the other group, or a block. */
export interface GroupRule {
  /** Ends the child's logical name. */
  readonly key: string;
  readonly group: "monitoring" | "monitored";
  readonly direction: "in" | "out";
  readonly fromPort: number;
  readonly toPort: number;
  readonly peer: { readonly group: "monitoring" | "monitored" } | { readonly cidr: string };
  readonly description: string;
}

const NFS = 2049;
const QUERIES = { fromPort: PORTS.prometheus, toPort: PORTS.alertmanager };

/**
 * Two groups: `monitoring` for its tasks and disk, `monitored` that every service's tasks wear beside their own. So the
 * number of rules does not grow with the services.
 */
export function groupRules(plan: Plan, monitoring: MonitoringPlan): readonly GroupRule[] {
  const ports = plan.services.filter(({ runtime }) => runtime === "ecs").map(({ port }) => port);
  const scrape = { fromPort: Math.min(...ports), toPort: Math.max(...ports) };
  const exporter = { fromPort: PORTS.ecsExporter, toPort: PORTS.ecsExporter };
  return [
    ...pair("disk", "monitoring", "monitoring", { fromPort: NFS, toPort: NFS }, "Tasks mount their disk"),
    ...pair("query", "monitoring", "monitoring", QUERIES, "Grafana asks Prometheus and Alertmanager"),
    ...(monitoring.tracing === null
      ? []
      : pair(
          "jaeger",
          "monitoring",
          "monitoring",
          { fromPort: PORTS.otlpGrpc, toPort: PORTS.otlpGrpc },
          "Traces kept",
        )),
    ...pair("scrape", "monitoring", "monitored", scrape, "Metrics and health of services"),
    ...pair("exporter", "monitoring", "monitored", exporter, "Exporter beside each service"),
    ...(monitoring.tracing === null
      ? []
      : pair(
          "traces",
          "monitored",
          "monitoring",
          { fromPort: PORTS.otlpGrpc, toPort: PORTS.otlpHttp },
          "Spans of services",
        )),
    {
      key: "https",
      group: "monitoring",
      direction: "out",
      fromPort: 443,
      toPort: 443,
      peer: { cidr: "0.0.0.0/0" },
      description: "Images, AWS APIs, receivers of alerts",
    },
    ...mail(monitoring),
    ...viewers(monitoring),
  ];
}

/** Alertmanager's way to a mail server, where there is one. */
function mail({ alerting: { smtp } }: MonitoringPlan): readonly GroupRule[] {
  if (smtp === undefined) return [];
  const port = Number(smtp.smarthost.slice(smtp.smarthost.lastIndexOf(":") + 1));
  const peer = { cidr: "0.0.0.0/0" };
  return [
    {
      key: "mail",
      group: "monitoring",
      direction: "out",
      fromPort: port,
      toPort: port,
      peer,
      description: "Mail server",
    },
  ];
}

/** Out of the caller's group, into the callee's. */
function pair(
  key: string,
  from: GroupRule["group"],
  to: GroupRule["group"],
  ports: { readonly fromPort: number; readonly toPort: number },
  description: string,
): readonly GroupRule[] {
  return [
    { key: `${key}-out`, group: from, direction: "out", peer: { group: to }, description, ...ports },
    { key: `${key}-in`, group: to, direction: "in", peer: { group: from }, description, ...ports },
  ];
}

function viewers({ viewerCidrs, grafana, tracing, prometheus }: MonitoringPlan): readonly GroupRule[] {
  const doors = [
    ...(grafana.enabled ? [{ key: "grafana", from: PORTS.grafana, to: PORTS.grafana }] : []),
    ...(tracing === null ? [] : [{ key: "jaeger", from: PORTS.jaeger, to: PORTS.jaeger }]),
    ...(prometheus === "fargate" ? [{ key: "prometheus", from: PORTS.prometheus, to: PORTS.alertmanager }] : []),
  ];
  return viewerCidrs.flatMap((cidr, index) =>
    doors.map(({ key, from, to }) => ({
      key: `${key}-${index + 1}`,
      group: "monitoring" as const,
      direction: "in" as const,
      fromPort: from,
      toPort: to,
      peer: { cidr },
      description: `People open ${key}`,
    })),
  );
}
