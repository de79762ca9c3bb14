import type { Diagnostic } from "@pyairtable/diagnostics";
import { nearest } from "@pyairtable/diagnostics";
import { type AlertRule, isAlert, type Rule, SEVERITIES } from "@pyairtable/slo";
import { DASHBOARDS } from "./links.ts";
import { knownMetrics, metricNames } from "./metric-names.ts";
import type { RuleFile } from "./rule-file.ts";

/** Prometheus forgets a sample after five minutes: a slower rule would leave holes. */
const INTERVAL_SECONDS_MAX = 240;
const RESERVED = /^__|^(?:le|quantile|alertname|alertstate)$/;
const ALERT_NAME = /^[A-Z][A-Za-z0-9]+$/;
const RUNBOOK_NAME = /^[a-z][a-z0-9-]*$/;

/** What Prometheus would take and we would regret: series recorded twice, unknown metrics, alerts nobody answers. */
export function checkRuleFiles(files: readonly RuleFile[]): readonly Diagnostic[] {
  const all = files.flatMap(({ name, groups }) =>
    groups.flatMap((group) => group.rules.map((rule) => ({ rule, group, at: `${name}.${group.name}` }))),
  );
  const known = knownMetrics(files);
  const found: Diagnostic[] = [];
  const seen = new Map<string, string>();
  for (const { rule, group, at } of all) {
    const path = `${at}.${nameOf(rule)}`;
    const identity = isAlert(rule) ? rule.alert : `${rule.record}${JSON.stringify(rule.labels ?? {})}`;
    const other = seen.get(identity);
    if (other !== undefined) found.push(twice(path, other));
    seen.set(identity, path);
    if (group.intervalSeconds > INTERVAL_SECONDS_MAX) found.push(tooSlow(path, group.intervalSeconds));
    found.push(...unknownMetrics(rule.expr, known, path), ...reservedLabels(rule, path));
    if (isAlert(rule)) found.push(...checkAlert(rule, path));
  }
  return [...found, ...groupsTwice(files)];
}

/** Metrics of an expression (a dashboard's query too) that no exporter has and no rule records. */
export function unknownMetrics(expr: string, known: ReadonlySet<string>, path: string): Diagnostic[] {
  return metricNames(expr)
    .filter((name) => !known.has(name))
    .map((name) => {
      const meant = nearest(name, [...known]);
      return {
        code: "monitoring.unknown-metric",
        path,
        got: name,
        wanted: "a metric of packages/monitoring/data/metrics.json or one that a rule records",
        fix: meant === undefined ? "Add it to its exporter's list, with the source." : `Write ${meant}.`,
      };
    });
}

const nameOf = (rule: Rule) => (isAlert(rule) ? rule.alert : rule.record);

const twice = (path: string, other: string): Diagnostic => ({
  code: "monitoring.rule-twice",
  path,
  got: `also in ${other}`,
  wanted: "each alert and each recorded series once",
  fix: "Rename one, or tell them apart by a label.",
});

const tooSlow = (path: string, seconds: number): Diagnostic => ({
  code: "monitoring.rule-interval",
  path,
  got: `${seconds} s`,
  wanted: `at most ${INTERVAL_SECONDS_MAX} s`,
  fix: "Evaluate it more often: Prometheus forgets a sample after five minutes.",
});

function reservedLabels(rule: Rule, path: string): Diagnostic[] {
  return Object.keys(rule.labels ?? {})
    .filter((label) => RESERVED.test(label))
    .map((label) => ({
      code: "monitoring.label-clash",
      path,
      got: label,
      wanted: "a label that Prometheus does not use itself",
      fix: "Rename it.",
    }));
}

function checkAlert(rule: AlertRule, path: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  const add = (what: string, got: string, wanted: string) =>
    found.push({ code: "monitoring.alert", path: `${path}.${what}`, got, wanted, fix: "Complete the alert." });
  if (!ALERT_NAME.test(rule.alert)) add("alert", rule.alert, "a name in PascalCase");
  if (!SEVERITIES.includes(rule.severity)) add("severity", rule.severity, SEVERITIES.join(", "));
  if (rule.summary.trim() === "" || rule.description.trim() === "")
    add("summary", "nothing", "summary and description");
  if (!RUNBOOK_NAME.test(rule.runbook)) add("runbook", rule.runbook, "a page of docs/runbooks, without .md");
  if (DASHBOARDS[rule.dashboard] === undefined) add("dashboard", rule.dashboard, Object.keys(DASHBOARDS).join(", "));
  const carriesOwner =
    /group_left \([^)]*\bowner\b/.test(rule.expr) ||
    rule.expr.includes("slo:objective:ratio") ||
    rule.expr.includes("slo:period_error_budget_remaining:ratio");
  if (rule.owner === null && !carriesOwner) add("owner", "nobody", "a team, or an expression that brings owner along");
  return found;
}

function groupsTwice(files: readonly RuleFile[]): Diagnostic[] {
  const names = files.flatMap(({ groups }) => groups.map(({ name }) => name));
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map((name) => ({
    code: "monitoring.rule-twice",
    path: name,
    got: "two groups of this name",
    wanted: "one",
    fix: "Rename one.",
  }));
}
