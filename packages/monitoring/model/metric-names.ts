import { isAlert } from "@pyairtable/slo";
import metrics from "../data/metrics.json" with { type: "json" };
import type { RuleFile } from "./rule-file.ts";

const KEYWORDS: ReadonlySet<string> = new Set(
  "by without on ignoring group_left group_right and or unless bool offset inf nan atan2 start end".split(" "),
);

/** Metric names that a PromQL expression reads: identifiers that are no function, keyword, label or string. */
export function metricNames(expr: string): readonly string[] {
  const names = new Set<string>();
  for (const [, pattern] of expr.matchAll(/__name__=~?"([^"]*)"/g))
    for (const name of alternatives(pattern!)) names.add(name);
  const bare = expr
    .replaceAll(/"(?:[^"\\]|\\.)*"/g, '""')
    .replaceAll(/\{[^}]*\}/g, "{}")
    .replaceAll(/\[[^\]]*\]/g, "[]")
    .replaceAll(/\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, " ");
  for (const match of bare.matchAll(/[a-zA-Z_:][a-zA-Z0-9_:]*/g)) {
    const name = match[0];
    const before = bare[match.index - 1] ?? " ";
    const after = bare.slice(match.index + name.length).trimStart();
    if (/[0-9.]/.test(before) || after.startsWith("(") || KEYWORDS.has(name.toLowerCase())) continue;
    names.add(name);
  }
  return [...names].sort();
}

/** `a|b` → a, b. Other patterns are not used in `__name__`. */
function alternatives(pattern: string): readonly string[] {
  return pattern.split("|");
}

/** Names of exporters and of Prometheus itself; what rules record comes on top. */
export const RAW_METRICS: ReadonlySet<string> = new Set([
  ...Object.values(metrics.exporters).flatMap((exporter) => exporter.metrics),
  ...metrics.everywhere,
]);

/** Everything that a query over these rules may name. */
export function knownMetrics(files: readonly RuleFile[]): ReadonlySet<string> {
  const rules = files.flatMap(({ groups }) => groups.flatMap((group) => group.rules));
  return new Set([...RAW_METRICS, ...rules.flatMap((rule) => (isAlert(rule) ? [] : [rule.record]))]);
}
