import type { AlertRule } from "@pyairtable/slo";
import thresholds from "../data/thresholds.json" with { type: "json" };
import { correlationName } from "../rules/correlation.ts";
import { SERIES as S, withOwner } from "../rules/names.ts";
import { HOUR_SECONDS, MINUTE_SECONDS, serviceAlert } from "./alert.ts";

const t = thresholds.resources;

/** Causes, so tickets: users' pain is paged by objectives. */
export function resourceAlerts(): AlertRule[] {
  return [
    serviceAlert({
      alert: "CpuSaturated",
      expr: withOwner(`${S.cpuUtilisationMax} > ${t.cpuRatio}`),
      forSeconds: 15 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "A replica of {{ $labels.service }} has no CPU left",
      description: "The busiest uses {{ $value | humanizePercentage }} of what it asks for.",
      runbook: "cpu-saturated",
      dashboard: "service",
    }),
    serviceAlert({
      alert: "CpuThrottled",
      expr: withOwner(`${S.cpuThrottled} > ${t.throttledRatio}`),
      forSeconds: 15 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "{{ $labels.service }} waits for CPU",
      description: "A replica is held back {{ $value | humanizePercentage }} of the time.",
      runbook: "cpu-saturated",
      dashboard: "service",
    }),
    serviceAlert({
      alert: "MemoryNearLimit",
      expr: withOwner(`${S.memoryUtilisationMax} > ${t.memoryRatio}`),
      forSeconds: 10 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "A replica of {{ $labels.service }} is close to being killed for memory",
      description: "The fullest uses {{ $value | humanizePercentage }} of its memory.",
      runbook: "memory-near-limit",
      dashboard: "service",
    }),
    serviceAlert({
      alert: "ReplicasAtMaximum",
      expr: withOwner(
        `(${S.replicas} >= on (service) ${S.replicasMax}) and on (service) ${S.cpuUtilisation} > ${t.busyAtMaximumRatio}`,
      ),
      forSeconds: 30 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "{{ $labels.service }} is busy and may not grow",
      description: "All {{ $value }} replicas it may have run, and they are busy.",
      runbook: "replicas-at-maximum",
      dashboard: "service",
    }),
    serviceAlert({
      alert: "EventLoopBlocked",
      expr: withOwner(`max by (service) (nodejs_eventloop_lag_p99_seconds{service!=""}) > ${t.eventLoopLagSeconds}`),
      forSeconds: 10 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "The event loop of {{ $labels.service }} is blocked",
      description: "p99 of its lag is {{ $value | humanizeDuration }}: work in one request delays all others.",
      runbook: "cpu-saturated",
      dashboard: "service",
    }),
    serviceAlert({
      alert: "LatencyFollowsResource",
      expr: withOwner(
        `${correlationName("1d")} > ${t.correlation} and on (service) (${S.latencyP95} > on (service) ${S.latencyTarget})`,
      ),
      forSeconds: 30 * MINUTE_SECONDS,
      severity: "info",
      summary: "{{ $labels.service }} is slow where its {{ $labels.resource }} is short",
      description:
        "p95 is over its target and went with {{ $labels.resource }} for a day (correlation {{ $value | humanize }}).",
      runbook: "latency-follows-resource",
      dashboard: "usage",
    }),
  ];
}

/** What two weeks of usage say about sizes. */
export function usageAlerts(priced: boolean): AlertRule[] {
  const worthwhile = priced ? ` unless on (service) ${S.saving} < ${thresholds.usage.savingUsdPerMonth}` : "";
  return [
    serviceAlert({
      alert: "ServiceOverprovisioned",
      expr: withOwner(`${S.over} == 1${worthwhile}`),
      forSeconds: HOUR_SECONDS,
      severity: "info",
      summary: "{{ $labels.service }} asks for more than two weeks needed",
      description: "A smaller size holds its p99 of CPU and its peak of memory with room to spare.",
      runbook: "rightsizing",
      dashboard: "usage",
    }),
    serviceAlert({
      alert: "ServiceUnderprovisioned",
      expr: withOwner(`${S.under} == 1`),
      forSeconds: HOUR_SECONDS,
      severity: "ticket",
      summary: "{{ $labels.service }} asks for less than two weeks needed",
      description: "Its p99 of CPU or its peak of memory came within a tenth of its size.",
      runbook: "rightsizing",
      dashboard: "usage",
    }),
  ];
}
