import { SERIES as S } from "../../rules/names.ts";
import type { PageContext } from "../context.ts";
import type { Page, Row } from "../page.ts";
import { highIsGood, lines, lowIsGood, stat, table, VERDICTS } from "../panels.ts";
import { FIRING, orZero } from "../promql.ts";
import { BUDGET_LEFT } from "./slo.ts";

const TOP = 8;
const byDomain = (series: string) => `sum by (domain) (${series} * on (service) group_left (domain) ${S.info})`;

/** The first page of on-call: is anything wrong, and whose is it. */
export function platformPage(context: PageContext): Page {
  return {
    name: "platform",
    description: "Is anything wrong, where, and what does it cost. Click a service for its own page.",
    range: "6h",
    variables: [],
    rows: [now(), services(context), traffic(), health()],
  };
}

function now(): Row {
  return {
    title: "Now",
    panels: [
      stat(
        "Objectives with budget left",
        "ratio",
        "Share of all objectives whose 30-day error budget is not spent.",
        `(${orZero(`count(${BUDGET_LEFT} > 0)`)}) / count(${BUDGET_LEFT})`,
        { steps: highIsGood(0.95, 1) },
      ),
      stat(
        "Alerts firing",
        "count",
        "By severity; pages wake someone.",
        { "{{severity}}": `count by (severity) (${FIRING})` },
        { whenEmpty: "none", steps: lowIsGood(1, 10) },
      ),
      stat("Requests", "perSecond", "Requests and messages of all services.", `sum(${S.requests})`),
      stat(
        "Failing",
        "ratio",
        "Share of all requests that fail, each service by its traffic.",
        `sum(${S.errors} * on (service) ${S.requests}) / sum(${S.requests})`,
        { steps: lowIsGood(0.001, 0.01), decimals: 3 },
      ),
      stat("Replicas", "count", "Running now, and the floor of this hour.", {
        running: `sum(${S.replicas})`,
        floor: `sum(${S.replicasExpected})`,
      }),
      stat("USD a day", "usd", "At this moment's pace, and the daily budget.", {
        pace: `${S.platformCost} * 24`,
        budget: S.budgetDaily,
      }),
    ],
  };
}

function services({ priced }: PageContext): Row {
  const verdict = { title: "Size", expr: S.verdict, unit: "count", words: VERDICTS } as const;
  return {
    title: "Services",
    panels: [
      table(
        "Every service",
        "Least budget left is worst. Sizes are judged after three days of data.",
        { service: "Service", owner: "Owner", tier: "Tier" },
        [
          {
            title: "Budget left",
            expr: `min by (service) (${BUDGET_LEFT})`,
            unit: "ratio",
            steps: highIsGood(0, 0.25),
          },
          { title: "Requests/s", expr: S.requests, unit: "short" },
          { title: "Errors", expr: S.errors, unit: "ratio", steps: lowIsGood(0.001, 0.01) },
          { title: "p95", expr: S.latencyP95, unit: "seconds" },
          { title: "Saturation", expr: S.saturation, unit: "ratio", steps: lowIsGood(0.8, 0.9) },
          { title: "Replicas", expr: S.replicas, unit: "count" },
          { title: "USD a day", expr: `${S.cost} * 24`, unit: "usd" },
          ...(priced ? [{ title: "Waste a month", expr: S.waste, unit: "usd" } as const] : []),
          verdict,
        ],
        { height: 16, sortBy: "Requests/s" },
      ),
    ],
  };
}

function traffic(): Row {
  const top = (series: string) => ({ "{{service}}": `topk(${TOP}, ${series})` });
  return {
    title: "Where it hurts",
    panels: [
      lines(
        "Requests by domain",
        "perSecond",
        "Traffic, stacked.",
        { "{{domain}}": byDomain(S.requests) },
        { stacked: true },
      ),
      lines("Most errors", "ratio", `The ${TOP} services that fail most.`, top(S.errors)),
      lines("Slowest", "seconds", `The ${TOP} highest p95.`, top(S.latencyP95)),
      lines(
        "Fullest",
        "ratio",
        `CPU, memory or throttling of the busiest replica, ${TOP} services.`,
        top(S.saturation),
        { max: 1 },
      ),
    ],
  };
}

function health(): Row {
  return {
    title: "Health endpoints",
    panels: [
      stat(
        "Endpoints failing",
        "count",
        "Services of which no probe succeeds.",
        orZero('count(max by (service) (probe_success{job="health", service!=""}) == 0)'),
        { width: 6, steps: lowIsGood(1, 2) },
      ),
      lines(
        "Slowest health endpoints",
        "seconds",
        "Mean of ten minutes.",
        {
          "{{service}}": `topk(${TOP}, max by (service) (avg_over_time(probe_duration_seconds{job="health", service!=""}[10m])))`,
        },
        { width: 12 },
      ),
      stat(
        "Next certificate expires",
        "days",
        "Days left of the first to expire; ACM renews by itself while its DNS record stands.",
        "min(probe_ssl_earliest_cert_expiry - time()) / 86400",
        { width: 6, steps: highIsGood(14, 30), whenEmpty: "no TLS probe" },
      ),
    ],
  };
}
