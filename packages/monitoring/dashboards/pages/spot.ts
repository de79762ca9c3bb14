import { EVENT_RULES } from "../../alerts/spot.ts";
import { SERIES as S } from "../../rules/names.ts";
import type { PageContext } from "../context.ts";
import type { Page, Panel, Row } from "../page.ts";
import { lines, lowIsGood, stat, table } from "../panels.ts";
import { orZero } from "../promql.ts";

const events = (rule: string, window: string) =>
  `sum(sum_over_time(aws_events_triggered_rules_sum{dimension_RuleName=~".*${rule}.*"}[${window}]))`;
const SHORT = `(${S.replicas} or on (service) 0 * ${S.replicasExpected}) < on (service) ${S.replicasExpected}`;

/** Spot taken away, capacity that does not come, and who is short of it. */
export function spotPage(context: PageContext): Page {
  return {
    name: "spot",
    description: "Interruptions come together. Critical services keep an on-demand base; the rest waits for capacity.",
    range: "1d",
    variables: [],
    rows: [now(context), course(context), services()],
  };
}

function now({ has, reads }: PageContext): Row {
  const panels: Panel[] = [
    stat("Services short", "count", "Fewer replicas than their floor.", orZero(`count(${SHORT})`), {
      width: 6,
      steps: lowIsGood(1, 5),
    }),
    stat(
      "Replicas missing",
      "count",
      "To the floors of all services.",
      orZero(`sum(${S.replicasExpected} - on (service) (${S.replicas} or on (service) 0 * ${S.replicasExpected}) > 0)`),
      { width: 6, steps: lowIsGood(1, 5) },
    ),
  ];
  if (has("ecs")) {
    panels.push(
      stat(
        "Interruptions of a day",
        "count",
        "Fargate Spot tasks that were told to go, by EventBridge.",
        orZero(events(EVENT_RULES.interruption, "1d")),
        { width: 6 },
      ),
      stat(
        "Placement failures of a day",
        "count",
        "Tasks ECS could not place; Fargate does not fall back by itself.",
        orZero(events(EVENT_RULES.placement, "1d")),
        { width: 6, steps: lowIsGood(1, 20) },
      ),
    );
  }
  if (reads("karpenter")) {
    panels.push(
      stat(
        "Nodes interrupted of a day",
        "count",
        "Spot nodes that EC2 took back, by Karpenter.",
        orZero('sum(increase(karpenter_interruption_received_messages_total{message_type="spot_interrupted"}[1d]))'),
        { width: 6, decimals: 0 },
      ),
    );
  }
  return { title: "Now", panels };
}

function course({ has, reads, capacityLabel }: PageContext): Row {
  const panels: Panel[] = [
    lines("Replicas", "count", "All services: running, and the floor of the hour.", {
      running: `sum(${S.replicas})`,
      floor: `sum(${S.replicasExpected})`,
    }),
    lines(
      "Replicas started",
      "count",
      "In 15 minutes; a wave is a deployment or an interruption.",
      { "{{domain}}": `sum by (domain) (${S.starts} * on (service) group_left (domain) ${S.info})` },
      { stacked: true, whenEmpty: "none" },
    ),
  ];
  if (has("ecs")) {
    panels.push(
      lines("Interruptions and placement failures", "count", "Of 15 minutes.", {
        interruptions: orZero(events(EVENT_RULES.interruption, "15m")),
        "placement failures": orZero(events(EVENT_RULES.placement, "15m")),
      }),
    );
  }
  if (has("kubernetes")) {
    panels.push(
      lines(
        "Nodes by capacity",
        "count",
        "Spot and on demand.",
        { [`{{${capacityLabel}}}`]: `count by (${capacityLabel}) (kube_node_labels)` },
        { stacked: true },
      ),
      lines("Pods without a node", "count", "No node fits yet.", {
        pods: orZero("sum(kube_pod_status_unschedulable)"),
      }),
    );
  }
  if (reads("karpenter")) {
    panels.push(
      lines(
        "Messages of the interruption queue",
        "count",
        "Of 15 minutes, by kind.",
        { "{{message_type}}": "sum by (message_type) (increase(karpenter_interruption_received_messages_total[15m]))" },
        { whenEmpty: "none" },
      ),
    );
  }
  return { title: "Over time", panels };
}

function services(): Row {
  return {
    title: "Services",
    panels: [
      table(
        "Replicas against the floor",
        "Missing first.",
        { service: "Service", owner: "Owner", tier: "Tier" },
        [
          {
            title: "Missing",
            expr: `clamp_min(${S.replicasExpected} - on (service) (${S.replicas} or on (service) 0 * ${S.replicasExpected}), 0)`,
            unit: "count",
            steps: lowIsGood(1, 2),
          },
          { title: "Running", expr: S.replicas, unit: "count" },
          { title: "Floor", expr: S.replicasExpected, unit: "count" },
          { title: "Most", expr: S.replicasMax, unit: "count" },
          { title: "Started in a day", expr: `max_over_time(${S.starts}[1d])`, unit: "count" },
        ],
        { height: 14, sortBy: "Missing" },
      ),
    ],
  };
}
