import { PROMETHEUS_TYPES, prometheusOf } from "../read/monitoring/prometheus.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const prometheusRetentionBelowVolume = resourceRule({
  id: "prometheus-retention-below-volume",
  title: "Prometheus ends by size too, below its volume: its log and compaction need the rest.",
  severity: "high",
  remediation: "Set the retention by size to at most 85% of the volume; by time alone the volume fills.",
  controls: ["wa:reliability"],
  config: { maxShare: amount(0.85, "Largest share of the volume that samples may fill, 0 to 1") },
  types: PROMETHEUS_TYPES,
  *check({ type, props }, { maxShare }): Iterable<Finding> {
    const settings = prometheusOf(type, props);
    if (settings === undefined) return;
    const { retentionSizeMiB: got, volumeMiB } = settings;
    const most = volumeMiB === null ? null : Math.floor(volumeMiB * maxShare);
    if (got !== null && got > 0 && (most === null || got <= most)) return;
    const wanted = most === null ? "a size" : `at most ${most} MiB, ${maxShare} of the volume`;
    yield { what: "retention by size, MiB", got, wanted, fix: "Take volume and size of the plan." };
  },
});
