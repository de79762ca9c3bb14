import { sloSeries } from "@pyairtable/slo";
import { SERIES as S } from "../../rules/names.ts";
import type { PageContext } from "../context.ts";
import type { Page, Row } from "../page.ts";
import { heatmap, highIsGood, lines, lowIsGood, stat, table, VERDICTS } from "../panels.ts";
import { chosen, FIRING, serviceVariable } from "../promql.ts";
import { BUDGET_LEFT } from "./slo.ts";

const HOURS_PER_MONTH = 730;

/** One service, top to bottom: state, requests, resources, replicas and Spot, money. */
export function servicePage(context: PageContext): Page {
  return {
    name: "service",
    description: "RED and USE of one service, its objectives, its replicas on Spot, and its bill.",
    range: "6h",
    variables: [serviceVariable(context.firstService)],
    rows: [state(), requests(), resources(), replicas(context), money(context), probes()],
  };
}

function state(): Row {
  return {
    title: "$service",
    panels: [
      stat(
        "Budget left",
        "ratio",
        "Of each objective's 30 days.",
        { "{{slo}}": chosen(BUDGET_LEFT) },
        { steps: highIsGood(0, 0.25) },
      ),
      stat(
        "Burn now",
        "times",
        "1 spends the budget in 30 days; 14.4 for an hour pages.",
        { "{{slo}}": chosen(sloSeries.CURRENT_BURN) },
        { steps: lowIsGood(1, 14.4) },
      ),
      stat("Replicas", "count", "Running now, the floor of this hour, the most allowed.", {
        running: chosen(S.replicas),
        floor: chosen(S.replicasExpected),
        most: chosen(S.replicasMax),
      }),
      stat("Saturation", "ratio", "The fullest of CPU, memory and throttling, busiest replica.", chosen(S.saturation), {
        steps: lowIsGood(0.8, 0.9),
      }),
      stat(
        "USD a month",
        "usd",
        "At this moment's pace, with logs, alarms and secrets.",
        `${chosen(S.cost)} * ${HOURS_PER_MONTH}`,
      ),
      stat("Size", "count", "Two weeks' verdict.", chosen(S.verdict), { words: VERDICTS }),
      table(
        "Who and what",
        "From the catalog.",
        { service: "Service", owner: "Owner", tier: "Tier", domain: "Domain", runtime: "Runtime" },
        [{ title: "p95 target", expr: S.latencyTarget, unit: "seconds" }].map((column) => ({
          ...column,
          expr: chosen(column.expr),
          unit: "seconds" as const,
        })),
        { width: 12, height: 4 },
      ),
      table(
        "Alerts firing",
        "Each leads to its runbook from the alert itself.",
        { alertname: "Alert", severity: "Severity", slo: "Objective" },
        [{ title: "Firing", expr: FIRING.replace("}", ', service="$service"}'), unit: "yesNo" }],
        { width: 12, height: 4, whenEmpty: "none" },
      ),
    ],
  };
}

function requests(): Row {
  const target = chosen(S.latencyTarget);
  return {
    title: "Requests (RED)",
    panels: [
      lines("Rate", "perSecond", "Requests, or messages of a worker.", { requests: chosen(S.requests) }),
      lines("Errors", "ratio", "Share that fails, and the share the objective allows.", {
        errors: chosen(S.errors),
        allowed: chosen(sloSeries.BUDGET, 'slo="availability"'),
      }),
      lines("Duration", "seconds", "p50, p95, p99 and the target of the p95.", {
        p50: chosen(S.latencyP50),
        p95: chosen(S.latencyP95),
        p99: chosen(S.latencyP99),
        target,
      }),
      heatmap(
        "Distribution",
        "seconds",
        "Where the answers lie; two bands are two kinds of request.",
        `sum by (le) (${chosen(S.latencyBuckets)})`,
        "{{le}}",
      ),
    ],
  };
}

function resources(): Row {
  return {
    title: "Resources (USE)",
    panels: [
      lines("CPU", "vcpu", "Used by all replicas, and what they ask for.", {
        used: chosen(S.cpu),
        requested: chosen(S.cpuRequest),
      }),
      lines("Memory", "bytes", "Used by all replicas, and what they ask for.", {
        used: chosen(S.memory),
        requested: chosen(S.memoryRequest),
      }),
      lines(
        "Busiest replica",
        "ratio",
        "Against what it asks for; throttled is the share of time it waits for CPU.",
        {
          CPU: chosen(S.cpuUtilisationMax),
          memory: chosen(S.memoryUtilisationMax),
          throttled: chosen(S.cpuThrottled),
        },
        { steps: lowIsGood(0.8, 0.9) },
      ),
      lines("Event loop", "seconds", "p99 of its lag: one request's work delays all others.", {
        lag: `max by (service) (${chosen("nodejs_eventloop_lag_p99_seconds")})`,
      }),
      lines("CPU by replica", "vcpu", "One line apart is a hot shard or a sick node.", {
        "{{replica}}": chosen(S.replicaCpu),
      }),
      lines("Memory by replica", "bytes", "A steady rise is a leak.", { "{{replica}}": chosen(S.replicaMemory) }),
    ],
  };
}

function replicas({ has, capacityLabel }: PageContext): Row {
  return {
    title: "Replicas and Spot",
    panels: [
      lines("Replicas", "count", "Below the floor, capacity is missing; at the most, it may not grow.", {
        running: chosen(S.replicas),
        floor: chosen(S.replicasExpected),
        most: chosen(S.replicasMax),
      }),
      lines(
        "Starts in 15 minutes",
        "count",
        "Deployments, Spot interruptions and crashes; more than twice the most replicas alerts.",
        {
          starts: chosen(S.starts),
        },
        { whenEmpty: "none" },
      ),
      ...(has("kubernetes")
        ? [
            lines(
              "Pods by capacity",
              "count",
              "Where the pods sit now.",
              {
                [`{{${capacityLabel}}}`]: `count by (${capacityLabel}) (${chosen(S.podInfo)} * on (namespace, pod) group_left (node) max by (namespace, pod, node) (kube_pod_info{node!=""}) * on (node) group_left (${capacityLabel}) max by (node, ${capacityLabel}) (kube_node_labels))`,
              },
              { width: 24, stacked: true, whenEmpty: "not on Kubernetes" },
            ),
          ]
        : []),
    ],
  };
}

function money({ priced }: PageContext): Row {
  return {
    title: "Cost",
    panels: [
      lines(
        "USD an hour",
        "usd",
        "Replicas at their size and price, plus logs, alarms and secrets.",
        { cost: chosen(S.cost) },
        { width: 8, decimals: 4 },
      ),
      lines(
        "Size and what it would need",
        "vcpu",
        "vCPU a replica: now, and what two weeks recommend.",
        {
          now: chosen(S.sizeVcpu),
          recommended: chosen(S.recommendedVcpu),
        },
        { width: 8 },
      ),
      ...(priced
        ? [
            lines(
              "Waste",
              "usd",
              "Asked for and not used in 95% of two weeks, a month; and what the recommended size would save.",
              {
                waste: chosen(S.waste),
                saving: chosen(S.saving),
              },
              { width: 8, min: undefined, whenEmpty: "no price" },
            ),
          ]
        : []),
    ],
  };
}

function probes(): Row {
  return {
    title: "Health endpoint",
    collapsed: true,
    panels: [
      lines(
        "Probe",
        "yesNo",
        "1 where a probe from outside the task succeeds.",
        { success: `max by (service) (${chosen("probe_success", 'job="health"')})` },
        { max: 1 },
      ),
      lines("Probe duration", "seconds", "Balancers give up soon.", {
        "{{instance}}": chosen("probe_duration_seconds", 'job="health"'),
      }),
    ],
  };
}
