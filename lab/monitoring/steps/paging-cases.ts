import type { RuleFile } from "@pyairtable/monitoring";
import { type AlertRule, isAlert } from "@pyairtable/slo";

/** An alert that somebody must hear of, or that another explains. */
export interface PagingCase {
  readonly alert: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Receiver that is told; null: muted by `because`. */
  readonly told: string | null;
  readonly because: string;
}

/** One night in which much goes wrong. Labels beside severity, scope and owner are those that the alerts carry. */
export const PAGING_CASES: readonly PagingCase[] = [
  {
    alert: "SloErrorBudgetBurnFast",
    labels: { service: "record-service", slo: "availability", owner: "team-records" },
    told: "team-records-page",
    because: "a page goes to who owns the service",
  },
  {
    alert: "SloErrorBudgetBurnFast",
    labels: { service: "record-service", slo: "latency", owner: "team-records" },
    told: "team-records-page",
    because: "both objectives of a service come in one message",
  },
  {
    alert: "SloErrorBudgetBurnDay",
    labels: { service: "record-service", slo: "availability", owner: "team-records" },
    told: null,
    because: "the fast burn says it already",
  },
  {
    alert: "SloErrorBudgetBurnDay",
    labels: { service: "search-service", slo: "availability", owner: "team-records" },
    told: "team-records-ticket",
    because: "another service's burn explains nothing here",
  },
  {
    alert: "NodeNotReady",
    labels: { node: "node-a1" },
    told: "team-platform-ticket",
    because: "nodes are the platform team's",
  },
  {
    alert: "PodNotReady",
    labels: { service: "view-service", pod: "view-service-1", node: "node-a1", owner: "team-workspace" },
    told: null,
    because: "its node is lost",
  },
  {
    alert: "PodNotReady",
    labels: { service: "table-service", pod: "table-service-1", node: "node-a1", owner: "team-workspace" },
    told: null,
    because: "its node is lost",
  },
  {
    alert: "PodNotReady",
    labels: { service: "comment-service", pod: "comment-service-1", node: "node-b1", owner: "team-records" },
    told: "team-records-ticket",
    because: "its node is well",
  },
  {
    alert: "ServiceDown",
    labels: { service: "auth-service", owner: "team-access" },
    told: "team-access-page",
    because: "the service is down",
  },
  {
    alert: "HealthEndpointFailing",
    labels: { service: "auth-service", owner: "team-access" },
    told: null,
    because: "a service that is down fails its health check",
  },
  {
    alert: "ServiceReplicasBelowFloor",
    labels: { service: "auth-service", owner: "team-access" },
    told: null,
    because: "a service that is down has no replicas",
  },
  {
    alert: "CpuSaturated",
    labels: { service: "user-service", owner: "team-access" },
    told: "team-access-ticket",
    because: "a ticket of the same team, about another service",
  },
  {
    alert: "SloErrorBudgetBurnFast",
    labels: { service: "somebody-elses", slo: "availability", owner: "team-nobody" },
    told: "team-platform-page",
    because: "an owner without a receiver is the platform team's",
  },
  {
    alert: "ServiceOverprovisioned",
    labels: { service: "billing-service", owner: "team-access" },
    told: "team-access-ticket",
    because: "what is only to know comes gathered, an hour later",
  },
  {
    alert: "ServiceOverprovisioned",
    labels: { service: "user-service", owner: "team-access" },
    told: "team-access-ticket",
    because: "what is only to know comes gathered, an hour later",
  },
  { alert: "Watchdog", labels: {}, told: "dead-mans-switch", because: "its silence is the alarm" },
];

/** The labels that Prometheus would send: the rule's own, and the case's. */
export function sentLabels(files: readonly RuleFile[], { alert, labels }: PagingCase): Record<string, string> {
  const rules = files.flatMap(({ groups }) => groups.flatMap((group) => group.rules.filter(isAlert)));
  const rule: AlertRule | undefined = rules.find((one) => one.alert === alert);
  if (rule === undefined) throw new Error(`no alert ${alert} in the rules of the lab's plan`);
  const sent: Record<string, string> = { alertname: alert, severity: rule.severity, ...rule.labels, ...labels };
  if (rule.owner !== null) sent.owner = rule.owner;
  return sent;
}
