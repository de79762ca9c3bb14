import { INFO, ORDERS, PAGE, REPORTS, SHELF, type Suite, TICKET, WORKER } from "./case.ts";
import { buckets, gone, growing, http, steady } from "./input.ts";

const AVAILABILITY = { slo: "availability" } as const;
const LATENCY = { slo: "latency" } as const;
const HTTP = "http_server_request_duration_seconds";
/** 99.9% leaves 0.1%: 14.4 times is 1.44% bad, 6 times 0.6%. */
const messages = (perMinute: number, bad: number) =>
  [
    [`messaging_process_duration_seconds_count{service="worker", error_type=""}`, growing(perMinute - bad)],
    [`messaging_process_duration_seconds_count{service="worker", error_type="timeout"}`, growing(bad)],
  ] as const;
const burst = (service: string, bad: number) =>
  [
    [`${HTTP}_count{service="${service}", http_response_status_code="200"}`, growing(1000)],
    [`${HTTP}_count{service="${service}", http_response_status_code="500"}`, `0+0x59 0+${bad}x10 ${bad * 11}+0x2000`],
  ] as const;

/** Objectives: each alert fires, holds still, and keeps quiet at low traffic. */
export const sloSuite: Suite = {
  name: "slo",
  files: ["constants", "slo", "alerts-slo"],
  stepSeconds: 60,
  cases: [
    {
      alert: "SloErrorBudgetBurnFast",
      says: "2% bad pages",
      input: http("orders", 1000, 20),
      atMinutes: 70,
      fires: [{ ...ORDERS, ...PAGE, ...AVAILABILITY, tier: "critical", domain: "shop", scope: "slo" }],
    },
    {
      alert: "SloErrorBudgetBurnFast",
      says: "1% bad does not",
      input: http("orders", 1000, 10),
      atMinutes: 70,
      fires: [],
    },
    {
      alert: "SloErrorBudgetBurnFast",
      says: "ends within minutes of the outage",
      input: [...burst("orders", 200)],
      atMinutes: 80,
      fires: [],
    },
    {
      alert: "SloErrorBudgetBurnFast",
      says: "… and fires during it",
      input: [...burst("orders", 200)],
      atMinutes: 69,
      fires: [{ ...ORDERS, ...PAGE, ...AVAILABILITY }],
    },
    {
      alert: "SloErrorBudgetBurnFast",
      says: "two errors of six requests page nobody",
      input: [
        [`${HTTP}_count{service="orders", http_response_status_code="200"}`, "0+0x40 1 2 3 4+0x200"],
        [`${HTTP}_count{service="orders", http_response_status_code="500"}`, "0+0x40 1 2+0x200"],
      ],
      atMinutes: 50,
      fires: [],
    },
    {
      alert: "SloErrorBudgetBurnFast",
      says: "slow answers page too, from the target's own bucket",
      input: [...http("orders", 1000, 0), ...buckets(HTTP, "orders", 1000, 200, "0.25")],
      atMinutes: 70,
      fires: [{ ...ORDERS, ...PAGE, ...LATENCY }],
    },
    {
      alert: "SloErrorBudgetBurnFast",
      says: "a batch service pages nobody",
      input: [...messages(1000, 500)],
      atMinutes: 70,
      fires: [],
    },
    {
      alert: "SloErrorBudgetBurnSlow",
      says: "0.8% bad for hours pages",
      input: http("orders", 1000, 8),
      atMinutes: 70,
      fires: [{ ...ORDERS, ...PAGE, ...AVAILABILITY }],
    },
    {
      alert: "SloErrorBudgetBurnSlow",
      says: "0.5% bad does not",
      input: http("orders", 1000, 5),
      atMinutes: 70,
      fires: [],
    },
    {
      alert: "SloErrorBudgetBurnDay",
      says: "0.4% bad is a ticket",
      input: http("orders", 1000, 4),
      atMinutes: 130,
      fires: [{ ...ORDERS, ...TICKET, ...AVAILABILITY }],
    },
    {
      alert: "SloErrorBudgetBurnDay",
      says: "0.2% bad is not",
      input: http("orders", 1000, 2),
      atMinutes: 130,
      fires: [],
    },
    {
      alert: "SloErrorBudgetBurnDay",
      says: "batch services have tickets",
      input: [...messages(1000, 500)],
      atMinutes: 130,
      fires: [{ ...WORKER, ...TICKET, ...AVAILABILITY }],
    },
    {
      alert: "SloErrorBudgetBurnThreeDays",
      says: "0.15% bad is a ticket",
      input: http("orders", 2000, 3),
      atMinutes: 130,
      fires: [{ ...ORDERS, ...TICKET, ...AVAILABILITY }],
    },
    {
      alert: "SloErrorBudgetBurnThreeDays",
      says: "0.05% bad is within budget",
      input: http("orders", 2000, 1),
      atMinutes: 130,
      fires: [],
    },
    {
      alert: "SloErrorBudgetSpent",
      says: "more bad than the period allows",
      input: http("orders", 1000, 3),
      atMinutes: 60,
      fires: [{ ...ORDERS, ...TICKET, ...AVAILABILITY }],
    },
    {
      alert: "SloErrorBudgetSpent",
      says: "half the budget is left",
      input: http("orders", 2000, 1),
      atMinutes: 60,
      fires: [],
    },
    {
      alert: "SloMetricAbsent",
      says: "those that ought to serve and report nothing",
      input: http("orders", 10, 0),
      atMinutes: 200,
      fires: [
        { ...SHELF, ...TICKET, ...AVAILABILITY },
        { ...SHELF, ...TICKET, ...LATENCY },
        { ...REPORTS, ...TICKET, ...AVAILABILITY },
        { ...REPORTS, ...TICKET, ...LATENCY },
        { ...WORKER, ...TICKET, ...AVAILABILITY },
        { ...WORKER, ...TICKET, ...LATENCY },
      ],
    },
    {
      alert: "SloMetricAbsent",
      says: "not the sleeper, before it wakes",
      input: [...http("orders", 10, 0), ...http("shelf", 10, 0), ...http("reports", 10, 0)],
      atMinutes: 100,
      fires: [],
    },
    {
      alert: "SloMetricAbsent",
      says: "no traffic is no missing metric",
      input: [...http("orders", 0, 0), ...http("shelf", 0, 0), ...http("reports", 0, 0)],
      atMinutes: 100,
      fires: [],
    },
    {
      alert: "SloErrorsAtLowTraffic",
      says: "every fourth of a few requests an hour fails",
      input: [
        [`${HTTP}_count{service="orders", http_response_status_code="200"}`, "0+0.3x2000"],
        [`${HTTP}_count{service="orders", http_response_status_code="500"}`, "0+0.1x2000"],
      ],
      atMinutes: 200,
      fires: [{ ...ORDERS, ...TICKET, ...AVAILABILITY }],
    },
    {
      alert: "SloErrorsAtLowTraffic",
      says: "enough traffic is left to burn rates",
      input: http("orders", 100, 25),
      atMinutes: 200,
      fires: [],
    },
    {
      alert: "SloErrorsAtLowTraffic",
      says: "two errors in a day are nothing",
      input: [
        [`${HTTP}_count{service="orders", http_response_status_code="200"}`, "0+0.3x2000"],
        [`${HTTP}_count{service="orders", http_response_status_code="500"}`, "0+0x30 1 2+0x2000"],
      ],
      atMinutes: 200,
      fires: [],
    },
    {
      alert: "SloTrafficTooLow",
      says: "a request every two hours",
      input: [
        [`${HTTP}_count{service="orders", http_response_status_code="200"}`, "0+0.01x2000"],
        ...http("shelf", 10, 0),
        ...http("reports", 10, 0),
        ...messages(10, 0),
      ],
      atMinutes: 200,
      fires: [
        { ...ORDERS, ...INFO, ...AVAILABILITY },
        { ...ORDERS, ...INFO, ...LATENCY },
      ],
    },
    {
      alert: "SloTrafficTooLow",
      says: "ten a minute are plenty",
      input: [...http("orders", 10, 0), ...http("shelf", 10, 0), ...http("reports", 10, 0), ...messages(10, 0)],
      atMinutes: 200,
      fires: [],
    },
    {
      says: "a service that never failed has zero errors, not none",
      input: http("orders", 60, 0),
      atMinutes: 20,
      expr: 'slo:sli_bad:rate5m{slo="availability"}',
      gives: [{ labels: { __name__: "slo:sli_bad:rate5m", service: "orders", slo: "availability" }, value: 0 }],
    },
    {
      says: "a whole bucket bound is found in both spellings",
      input: [
        [`messaging_process_duration_seconds_count{service="worker"}`, growing(60)],
        [`messaging_process_duration_seconds_bucket{service="worker", le="2.0"}`, growing(30)],
      ],
      atMinutes: 20,
      expr: 'slo:sli_error:ratio_rate5m{slo="latency"}',
      gives: [{ labels: { __name__: "slo:sli_error:ratio_rate5m", service: "worker", slo: "latency" }, value: 0.5 }],
    },
    {
      says: "the budget that remains",
      input: http("orders", 2000, 1),
      atMinutes: 60,
      expr: 'round(slo:period_error_budget_remaining:ratio{slo="availability"}, 0.01)',
      gives: [
        {
          labels: { service: "orders", slo: "availability", owner: "team-shop", tier: "critical", domain: "shop" },
          value: 0.5,
        },
      ],
    },
    {
      says: "no traffic gives no ratio instead of NaN",
      input: [
        [`${HTTP}_count{service="orders"}`, steady(5)],
        [`${HTTP}_count{service="shelf"}`, gone(5, 10)],
      ],
      atMinutes: 30,
      expr: "slo:sli_error:ratio_rate5m",
      gives: [],
    },
  ],
};
