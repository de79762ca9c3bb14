import type { AlertRule } from "@pyairtable/slo";
import thresholds from "../data/thresholds.json" with { type: "json" };
import { SERIES as S, withOwner } from "../rules/names.ts";
import { HOUR_SECONDS, MINUTE_SECONDS, serviceAlert } from "./alert.ts";

const t = thresholds.health;
/** Nobody is woken for a queue worker. */
const NOT_BATCH = '{tier!="batch"}';
const TARGETS = 'up{job="services", service!=""}';
const EXPECTED = `and on (service) ${S.replicasExpected} > 0`;

/** Is it there, does it answer, does it stay? */
export function healthAlerts(): AlertRule[] {
  return [
    serviceAlert({
      alert: "ServiceDown",
      expr: withOwner(`${S.replicasExpected} > 0 unless on (service) (sum by (service) (${TARGETS}) > 0)`, NOT_BATCH),
      forSeconds: 3 * MINUTE_SECONDS,
      severity: "page",
      summary: "{{ $labels.service }} is down",
      description: "None of the {{ $value }} replicas that ought to run answers Prometheus.",
      runbook: "service-down",
      dashboard: "service",
    }),
    serviceAlert({
      alert: "ServiceReplicasBelowFloor",
      expr: withOwner(`(${S.replicas} or on (service) 0 * ${S.replicasExpected}) < on (service) ${S.replicasExpected}`),
      forSeconds: 10 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "{{ $labels.service }} runs fewer replicas than its floor",
      description: "{{ $value }} run. They don't start, don't live, or find no capacity.",
      runbook: "replicas-below-floor",
      dashboard: "service",
    }),
    serviceAlert({
      alert: "ServiceTargetsDown",
      expr: withOwner(`count by (service) (${TARGETS} == 0) / count by (service) (${TARGETS}) > ${t.targetsDownShare}`),
      forSeconds: 10 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "Many replicas of {{ $labels.service }} cannot be scraped",
      description: "{{ $value | humanizePercentage }} of its targets are down: they hang, or the network is closed.",
      runbook: "service-down",
      dashboard: "service",
    }),
    serviceAlert({
      alert: "HealthEndpointFailing",
      expr: withOwner(`max by (service) (probe_success{job="health", service!=""}) == 0 ${EXPECTED}`, NOT_BATCH),
      forSeconds: 3 * MINUTE_SECONDS,
      severity: "page",
      summary: "The health endpoint of {{ $labels.service }} fails",
      description: "No probe from outside the task has succeeded for three minutes.",
      runbook: "health-endpoint",
      dashboard: "service",
    }),
    serviceAlert({
      alert: "HealthEndpointSlow",
      expr: withOwner(
        `max by (service) (avg_over_time(probe_duration_seconds{job="health", service!=""}[10m])) > ${t.slowSeconds}`,
      ),
      forSeconds: 10 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "The health endpoint of {{ $labels.service }} is slow",
      description: "{{ $value | humanizeDuration }} on average over ten minutes; balancers give up soon.",
      runbook: "health-endpoint",
      dashboard: "service",
    }),
    serviceAlert({
      alert: "CertificateExpiresSoon",
      expr: withOwner(
        `min by (service) (probe_ssl_earliest_cert_expiry{service!=""} - time()) / 86400 < ${t.certificateDays}`,
      ),
      forSeconds: HOUR_SECONDS,
      severity: "ticket",
      summary: "The certificate in front of {{ $labels.service }} expires soon",
      description: "In {{ $value | humanize }} days. ACM renews by itself only while its DNS record stands.",
      runbook: "certificate-expires",
      dashboard: "platform",
    }),
    serviceAlert({
      alert: "ServiceRestarting",
      expr: withOwner(`${S.starts} > on (service) (${t.startsPerReplicaMax} * ${S.replicasMax})`),
      forSeconds: 5 * MINUTE_SECONDS,
      severity: "ticket",
      summary: "{{ $labels.service }} starts again and again",
      description: "{{ $value }} processes began in 15 minutes, more than two deployments explain.",
      runbook: "service-restarting",
      dashboard: "service",
    }),
  ];
}
