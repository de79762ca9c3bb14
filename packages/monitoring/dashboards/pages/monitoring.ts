import { VOLUME_BYTES } from "../../alerts/monitoring.ts";
import type { Page, Row } from "../page.ts";
import { bars, highIsGood, lines, lowIsGood, stat, table } from "../panels.ts";
import { orZero } from "../promql.ts";

const STORED = "(prometheus_tsdb_storage_blocks_bytes + prometheus_tsdb_wal_storage_size_bytes)";

/** Who watches the watchmen: targets, rules, storage, delivery. */
export function monitoringPage(): Page {
  return {
    name: "monitoring",
    description: "Is what we see complete: targets, series, rules, storage, delivery of alerts.",
    range: "6h",
    variables: [],
    rows: [now(), course(), targets()],
  };
}

function now(): Row {
  return {
    title: "Now",
    panels: [
      stat("Targets up", "ratio", "Of all targets.", "sum(up) / count(up)", { steps: highIsGood(0.95, 1) }),
      stat("Series", "short", "In memory.", "sum(prometheus_tsdb_head_series)"),
      stat(
        "History",
        "days",
        "Age of the oldest sample; 15 and more are kept.",
        "(time() - min(prometheus_tsdb_lowest_timestamp_seconds)) / 86400",
      ),
      stat(
        "Volume used",
        "ratio",
        "Blocks and write-ahead log; a full volume stops ingestion.",
        `max(${STORED} / on () group_left () ${VOLUME_BYTES})`,
        { steps: lowIsGood(0.85, 0.95) },
      ),
      stat(
        "Rule failures",
        "count",
        "Of an hour.",
        orZero("sum(increase(prometheus_rule_evaluation_failures_total[1h]))"),
        { steps: lowIsGood(1, 10), decimals: 0 },
      ),
      stat(
        "Alerts undelivered",
        "count",
        "Of an hour, all receivers.",
        orZero("sum(increase(alertmanager_notifications_failed_total[1h]))"),
        { steps: lowIsGood(1, 5), decimals: 0 },
      ),
    ],
  };
}

function course(): Row {
  return {
    title: "Over time",
    panels: [
      lines("Series", "short", "A jump is a new label with too many values.", {
        series: "sum(prometheus_tsdb_head_series)",
      }),
      lines("Storage", "bytes", "Against the volume; retention by size cuts in at 80%.", {
        blocks: "max(prometheus_tsdb_storage_blocks_bytes)",
        log: "max(prometheus_tsdb_wal_storage_size_bytes)",
        volume: VOLUME_BYTES,
      }),
      bars(
        "Slowest rules",
        "ratio",
        "Duration over interval; at 100% evaluations are skipped.",
        {
          "{{rule_group}}":
            "topk(10, max by (rule_group) (prometheus_rule_group_last_duration_seconds / on (rule_group) group_left () prometheus_rule_group_interval_seconds))",
        },
        { max: 1 },
      ),
      lines(
        "Configuration loaded",
        "yesNo",
        "0 where a reload failed: it runs the old one.",
        {
          prometheus: "min(prometheus_config_last_reload_successful)",
          alertmanager: "min(alertmanager_config_last_reload_successful)",
        },
        { max: 1 },
      ),
    ],
  };
}

function targets(): Row {
  return {
    title: "Targets",
    panels: [
      table(
        "Jobs",
        "Targets that answer.",
        { job: "Job" },
        [
          { title: "Up", expr: "sum by (job) (up)", unit: "count" },
          { title: "All", expr: "count by (job) (up)", unit: "count" },
        ],
        { width: 12 },
      ),
      bars(
        "Series by service",
        "short",
        "Of one scrape of all its replicas; the budget is in the settings.",
        { "{{service}}": 'topk(12, sum by (service) (scrape_samples_post_metric_relabeling{service!=""}))' },
        { height: 10 },
      ),
    ],
  };
}
