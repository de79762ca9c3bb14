import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { normaliseSettings, ruleFiles, ruleFileYaml } from "@pyairtable/monitoring";
import { dashboardsOf, queriesOf } from "@pyairtable/monitoring/dashboards";
import type { Lab } from "../context.ts";
import { backfill } from "../history/backfill.ts";
import { multiplied } from "../plan.ts";
import { type PrometheusApi, until } from "../servers/api.ts";
import { startPrometheus } from "../servers/prometheus.ts";
import { allEvaluatedSince, type RuleState, ruleStates } from "../servers/rule-state.ts";
import { hurriedRules } from "../servers/timers.ts";
import { speedDataset } from "./dataset.ts";

const EVALUATED_WITHIN_SECONDS = 240;
const INTERVAL_SECONDS = 10;
const EVALUATIONS = 3;

/** What one size of the platform costs a Prometheus. */
export interface Speed {
  readonly times: number;
  readonly services: number;
  readonly series: number;
  readonly samples: number;
  readonly rules: readonly RuleState[];
  /** Seconds of all queries of all dashboards, one after the other, and of the slowest. */
  readonly querySeconds: number;
  readonly slowestQuerySeconds: number;
  readonly memoryMiB: number;
}

/** A platform of so many times thirty services: rules evaluated by the server itself, queries asked of it. */
export async function speedAt(lab: Lab, times: number): Promise<Speed> {
  const plan = multiplied(lab.plan, times);
  // A budget of series and a volume are for real platforms; here they would refuse the very thing that is measured.
  const settings = normaliseSettings(plan, { scrapeIntervalSeconds: 60 });
  const name = `prometheus-${times}x`;
  const [folder, data] = [join(lab.keeper.directory, `${name}-import`), join(lab.keeper.directory, `${name}-data`)];
  const endSeconds = Math.floor(Date.now() / 60_000) * 60;
  let samples = 0;
  for (const { clock, series } of speedDataset(plan, endSeconds)) {
    samples += (await backfill(lab.keeper, lab.tools.promtool, series, clock, folder, data, lab.say)).samples;
  }
  const paths = hurriedRules(ruleFiles(plan, settings), () => INTERVAL_SECONDS).map((file) => {
    const path = join(lab.keeper.directory, `${name}-${file.name}.rules.yaml`);
    writeFileSync(path, ruleFileYaml(file, settings, "Made for a run of the lab"));
    return path;
  });
  const started = Date.now();
  const server = await startPrometheus(lab.keeper, {
    command: lab.tools.prometheus,
    name,
    data,
    config: () => ({ global: { evaluation_interval: `${INTERVAL_SECONDS}s` }, rule_files: paths }),
  });
  try {
    lab.say(`evaluating the rules of ${plan.services.length} services`);
    // After the first time all that a rule reads of others is there.
    await until(
      "all rules are evaluated",
      EVALUATED_WITHIN_SECONDS,
      () => allEvaluatedSince(server.api, started),
      1000,
    );
    const rules = await typical(server.api);
    const queries = await askAll(server.api, plan, settings);
    const metrics = await server.api.metrics();
    return {
      times,
      services: plan.services.length,
      series: metrics.get("prometheus_tsdb_head_series") ?? 0,
      samples,
      rules,
      ...queries,
      memoryMiB: Math.round((metrics.get("process_resident_memory_bytes") ?? 0) / 1024 ** 2),
    };
  } finally {
    await server.stop();
  }
}

/** Each rule with the median of some evaluations: a single one says more of the machine than of the rule. */
async function typical(api: PrometheusApi): Promise<readonly RuleState[]> {
  const turns: (readonly RuleState[])[] = [];
  for (let turn = 0; turn < EVALUATIONS; turn++) {
    const since = Date.now();
    await until("all rules are evaluated", EVALUATED_WITHIN_SECONDS, () => allEvaluatedSince(api, since), 1000);
    turns.push(await ruleStates(api));
  }
  return turns[0]!.map((rule, index) => {
    const seconds = turns.map((states) => states[index]!.evaluationSeconds).sort((a, b) => a - b);
    return { ...rule, evaluationSeconds: seconds[Math.floor(seconds.length / 2)]! };
  });
}

async function askAll(api: PrometheusApi, ...[plan, settings]: Parameters<typeof dashboardsOf>) {
  let [querySeconds, slowestQuerySeconds] = [0, 0];
  for (const { expr } of dashboardsOf(plan, settings).flatMap((one) => queriesOf(one))) {
    const started = performance.now();
    await api.query(expr);
    const seconds = (performance.now() - started) / 1000;
    querySeconds += seconds;
    slowestQuerySeconds = Math.max(slowestQuerySeconds, seconds);
  }
  return { querySeconds, slowestQuerySeconds };
}
