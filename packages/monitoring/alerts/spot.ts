import type { Plan } from "@pyairtable/plan";
import type { AlertRule } from "@pyairtable/slo";
import thresholds from "../data/thresholds.json" with { type: "json" };
import { SERIES as S } from "../rules/names.ts";
import { MINUTE_SECONDS, platformAlert } from "./alert.ts";

const t = thresholds.spot;
/**
 * EventBridge rules whose names hold these words. CloudWatch counts what they match for nothing; the exporter reads it
 * once a minute, with a period of a minute, so a sum over time counts each event once.
 */
export const EVENT_RULES = { interruption: "spot-interruption", placement: "placement-failure" } as const;
const ecsEvents = (rule: string) =>
  `sum(sum_over_time(aws_events_triggered_rules_sum{dimension_RuleName=~".*${rule}.*"}[15m]))`;
const karpenterEvents = `sum(increase(karpenter_interruption_received_messages_total{message_type="spot_interrupted"}[15m]))`;

/** Spot taken away, and capacity that does not come. */
export function spotAlerts(plan: Plan): AlertRule[] {
  const owner = plan.tags.Owner;
  const onEcs = plan.services.some(({ runtime }) => runtime === "ecs");
  const alerts: AlertRule[] = [];
  const many = Math.max(t.interruptionsLeast, Math.ceil(t.interruptionsShare * spotReplicas(plan)));
  const interruptions = interruptionCounts(plan, onEcs);
  if (interruptions.length > 0) {
    alerts.push(
      platformAlert(owner, "platform", {
        alert: "SpotInterruptionStorm",
        expr: `${interruptions.map((count) => `(${count} or vector(0))`).join(" + ")} >= ${many}`,
        forSeconds: 0,
        keepFiringForSeconds: 10 * MINUTE_SECONDS,
        severity: "ticket",
        summary: "Much Spot capacity is being taken away",
        description: `{{ $value | printf "%.0f" }} interruptions in 15 minutes, ${many} or more. They come together: expect others.`,
        runbook: "spot-interruptions",
        dashboard: "spot",
      }),
    );
  }
  if (onEcs) {
    alerts.push(
      platformAlert(owner, "platform", {
        alert: "SpotPlacementFailing",
        expr: `${ecsEvents(EVENT_RULES.placement)} > 0 and on () count((${S.replicas} or on (service) 0 * ${S.replicasExpected}) < on (service) ${S.replicasExpected}) > 0`,
        forSeconds: 10 * MINUTE_SECONDS,
        severity: "ticket",
        summary: "ECS cannot place tasks, and services run below their floor",
        description:
          '{{ $value | printf "%.0f" }} placement failures in 15 minutes. Fargate does not fall back to on demand by itself.',
        runbook: "spot-capacity-short",
        dashboard: "spot",
      }),
    );
  }
  alerts.push(
    platformAlert(owner, "platform", {
      alert: "CapacityShort",
      expr:
        `count((${S.replicas} or on (service) 0 * ${S.replicasExpected}) < on (service) ${S.replicasExpected}) ` +
        `/ count(${S.replicasExpected} > 0) > ${t.servicesShortShare}`,
      forSeconds: 5 * MINUTE_SECONDS,
      severity: "page",
      summary: "Many services run below their floor at once",
      description: "{{ $value | humanizePercentage }} of the services: a zone, Spot or the cluster is gone.",
      runbook: "spot-capacity-short",
      dashboard: "spot",
    }),
  );
  return alerts;
}

function interruptionCounts({ kubernetes }: Plan, onEcs: boolean): string[] {
  const counts: string[] = [];
  if (onEcs) counts.push(ecsEvents(EVENT_RULES.interruption));
  if (kubernetes.mode === "eks" && kubernetes.addOns.karpenter.enabled) counts.push(karpenterEvents);
  else if (kubernetes.mode !== "off") {
    const key = `label_${kubernetes.capacityLabel.key.replaceAll(/[^a-zA-Z0-9_]/g, "_")}`;
    const spot = `kube_node_labels{${key}="${kubernetes.capacityLabel.spot}"}`;
    counts.push(`count(${spot} offset 15m unless on (node) ${spot})`);
  }
  return counts;
}

/** Replicas that the plan puts on Spot at minimum. */
function spotReplicas({ services }: Plan): number {
  return services.reduce((sum, { replicas, placement }) => sum + Math.max(0, replicas.min - placement.onDemandBase), 0);
}
