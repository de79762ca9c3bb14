import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type MonitoringSettings, metricNames, type RuleFile, ruleFileYaml } from "@pyairtable/monitoring";
import { isAlert, type RecordingRule } from "@pyairtable/slo";
import type { Keeper } from "../../support/keeper.ts";
import type { PrometheusServer } from "../servers/prometheus.ts";
import { runPromtool } from "../servers/promtool.ts";

/** A rule whose results of the past are wanted. */
export interface PastRule {
  readonly rule: RecordingRule;
  readonly intervalSeconds: number;
}

export interface RecordResult {
  readonly rules: number;
  readonly levels: number;
  readonly seconds: number;
}

export interface PastRange {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/**
 * Evaluates recording rules over the past by `promtool tsdb create-blocks-from rules`. Rules that read others come after
 * them, since promtool asks the server, which must have loaded what was recorded before.
 */
export async function recordPast(
  keeper: Keeper,
  promtool: string,
  server: PrometheusServer,
  rules: readonly PastRule[],
  range: PastRange,
  folder: string,
  data: string,
  settings: MonitoringSettings,
  say: (text: string) => void,
): Promise<RecordResult> {
  const started = performance.now();
  mkdirSync(folder, { recursive: true });
  const levels = levelsOf(rules);
  const file = join(folder, RULES);
  for (const [index, level] of levels.entries()) {
    say(`evaluating ${level.length} rules over the past, step ${index + 1} of ${levels.length}`);
    writeFileSync(file, ruleFileYaml(fileOf(level), settings, "Made for a run of the lab"));
    const args = ["tsdb", "create-blocks-from", "rules", "--quiet", "--max-block-duration=162h"];
    const times = [`--start=${range.startSeconds}`, `--end=${range.endSeconds}`];
    const where = [`--url=${server.api.url}`, `--output-dir=${data}`];
    const { ok, output } = await runPromtool(keeper, promtool, [...args, ...times, ...where, file]);
    if (!ok) throw new Error(`promtool cannot evaluate the past: ${output.trim().slice(-800)}`);
    await server.loaded();
  }
  return { rules: rules.length, levels: levels.length, seconds: (performance.now() - started) / 1000 };
}

/** One name for all: of file and group Prometheus makes the second of the minute in which a group is evaluated. */
const RULES = "past.rules.yaml";

/** Recording rules of all files by name; a name may have several. */
export function recordingRules(files: readonly RuleFile[]): ReadonlyMap<string, readonly RecordingRule[]> {
  const all = files.flatMap(({ groups }) => groups.flatMap(({ rules }) => rules)).filter((rule) => !isAlert(rule));
  return Map.groupBy(all as RecordingRule[], ({ record }) => record);
}

/** Rules in the order in which they may be evaluated: each level reads earlier ones only. */
export function levelsOf(rules: readonly PastRule[]): readonly (readonly PastRule[])[] {
  const byName = Map.groupBy(rules, ({ rule }) => rule.record);
  const known = new Map<string, number>();
  const levelOf = (name: string, path: readonly string[]): number => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const reads = (byName.get(name) ?? []).flatMap(({ rule }) => metricNames(rule.expr));
    // A rule that reads itself keeps what it said before; here it has said nothing yet.
    const others = reads.filter((one) => byName.has(one) && !path.includes(one) && one !== name);
    const level = 1 + Math.max(0, ...others.map((one) => levelOf(one, [...path, name])));
    known.set(name, level);
    return level;
  };
  const levels: PastRule[][] = [];
  for (const one of rules) {
    const level = levelOf(one.rule.record, []) - 1;
    levels[level] ??= [];
    levels[level].push(one);
  }
  return levels;
}

/** One group an interval. */
function fileOf(rules: readonly PastRule[]): RuleFile {
  const groups = [...Map.groupBy(rules, ({ intervalSeconds }) => intervalSeconds)].map(([intervalSeconds, same]) => ({
    name: `past-${intervalSeconds}`,
    intervalSeconds,
    rules: same.map(({ rule }) => rule),
  }));
  return { name: "past", groups };
}
