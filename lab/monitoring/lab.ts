import { rmSync } from "node:fs";
import { join } from "node:path";
import { createProgress } from "@pyairtable/go-build";
import { ruleFiles } from "@pyairtable/monitoring";
import type { LabOptions, Tell } from "../support/command.ts";
import { CHECKOUT } from "../support/isolated-sandbox.ts";
import { createKeeper } from "../support/keeper.ts";
import { planOf } from "../support/plan-of.ts";
import { reportWriter } from "../support/report.ts";
import { type Verdict, verdict } from "../support/verdict.ts";
import type { Lab } from "./context.ts";
import type { PartOfWeek } from "./part-of-week.ts";
import { labPlan, labSettings, planAs } from "./plan.ts";
import { type RunRecord, whatIsPlayed } from "./report/run-record.ts";
import { SCENARIO } from "./scenario/scenario.ts";
import { createClock } from "./series/clock.ts";
import { createHistory } from "./series/history.ts";
import { until } from "./servers/api.ts";
import { evaluatedSeconds, type LiveServers, startLive } from "./servers/live.ts";
import { allEvaluatedSince } from "./servers/rule-state.ts";
import { anomalies } from "./steps/anomalies.ts";
import { burnRates } from "./steps/burn-rates.ts";
import { correlation } from "./steps/correlation.ts";
import { errorBudgets } from "./steps/error-budgets.ts";
import { bridge, historyOptions, prepare } from "./steps/history.ts";
import { firingAlerts } from "./steps/live-alerts.ts";
import { nodeLoss, sampleService } from "./steps/live-faults.ts";
import { type Mutant, mutantVerdict, pastMutants, presentMutants } from "./steps/mutants.ts";
import { paging } from "./steps/paging.ts";
import { panels, recordings } from "./steps/panels.ts";
import { filesChecked, unitTests } from "./steps/rules.ts";
import { speed } from "./steps/speed.ts";
import { usageVerdicts } from "./steps/usage.ts";
import { ensureTools } from "./tools.ts";

const HISTORY_DAYS = 15;
const EVALUATED_WITHIN_SECONDS = 180;
const LEFT_OUT_IN_SHORT = [
  "correlation of speed with resources",
  "what is left of error budgets",
  "recording rules",
  "dashboard panels",
  "burn rates that only make tickets",
  "loss of a node",
  "unit tests of alerts",
  "speed of the rules",
];

type Check = (name: string, step: () => Promise<Verdict>) => Promise<boolean>;

/** Runs every check; one that breaks is a failed check, and what is started is stopped. */
export async function runLab(options: LabOptions, done: Tell): Promise<Verdict[]> {
  const progress = createProgress("monitoring lab");
  const tools = await ensureTools(progress);
  const nowSeconds = Math.floor(Date.now() / 60_000) * 60;
  const part = options.chosen.as as PartOfWeek | undefined;
  const plan = planAs(part, labPlan(planOf("prod"), planOf("prod-eks")), nowSeconds);
  const settings = labSettings(plan);
  const clock = createClock(nowSeconds, HISTORY_DAYS, plan.offHours);
  const compared = new Set(SCENARIO.incidents.map(({ service }) => service));
  const keeper = createKeeper("lab-monitoring");
  const [started, saved] = [performance.now(), new Set<string>()];
  const folder = join(CHECKOUT, options.out);
  const write = reportWriter(folder);
  const files = ruleFiles(plan, settings);
  // Whoever reads the folder meanwhile, or after a run that broke off, sees that it is not whole.
  rmSync(join(folder, "run.json"), { force: true });
  const lab: Lab = {
    short: options.short,
    tools,
    keeper,
    plan,
    settings,
    files,
    history: createHistory(plan, clock, historyOptions(options.short, compared)),
    data: join(keeper.directory, "data"),
    say: (text) => progress.say(text),
    print: (text) => {
      progress.done();
      process.stdout.write(`${text}\n`);
    },
    save: (name, text) => {
      saved.add(name);
      return write(name, text);
    },
  };
  const verdicts: Verdict[] = [];
  const check: Check = async (name, step) => {
    const result = await step().catch((error: Error) => verdict(name, "broke off", [error.message]));
    progress.done();
    verdicts.push(result);
    done(result);
    return result.passed;
  };
  try {
    await check("files", () => filesChecked(lab));
    // Waits most of its time, so it runs beside the import.
    const night = check("paging", () => paging(lab));
    const mutants: Mutant[] = [];
    const prepared = await past(lab, check, mutants);
    await night;
    // The live checks wait more than they work: the unit tests run beside them.
    const units = options.short ? undefined : check("alert tests", () => unitTests(lab));
    if (prepared) await present(lab, check, mutants, options.keep);
    await check("mutants", async () => mutantVerdict(mutants));
    await units;
    // Alone, since it is timed.
    if (!options.short) await check("speed", () => speed(lab));
    // Those that the lab itself stopped, and tools that are done, are no loss.
    const lost = keeper.lost().filter((one) => !/\((?:SIGKILL|exit code 0)\)/.test(one));
    if (lost.length > 0) await check("servers", async () => verdict("servers", "ended by themselves", lost));
    lab.save("verdicts.json", JSON.stringify(verdicts, null, 1));
    const record: RunRecord = {
      schema: 1,
      startedAt: new Date(performance.timeOrigin + started).toISOString(),
      seconds: Math.round((performance.now() - started) / 1000),
      short: options.short,
      historyDays: HISTORY_DAYS,
      ...whatIsPlayed(plan, files),
      files: [...saved].sort(),
      leftOut: options.short ? LEFT_OUT_IN_SHORT : [],
    };
    write("run.json", JSON.stringify(record, null, 1));
    return verdicts;
  } finally {
    await keeper.stop();
  }
}

/** Two weeks into a real Prometheus, and what alerts would have said of them. */
async function past(lab: Lab, check: Check, mutants: Mutant[]): Promise<boolean> {
  let server: Awaited<ReturnType<typeof prepare>>["server"] | undefined;
  const prepared = await check("history", async () => {
    const { verdict: found, server: started } = await prepare(lab);
    server = started;
    return found;
  });
  const { api } = server ?? {};
  if (!prepared || api === undefined) return false;
  await check("burn rates", () => burnRates(lab, api));
  await check("anomalies", () => anomalies(lab, api));
  mutants.push(...(await pastMutants(lab, api)));
  // Its folder is the next one's.
  await server?.stop();
  return true;
}

/** A Prometheus that goes on where the past ends. */
async function present(lab: Lab, check: Check, mutants: Mutant[], keep: boolean): Promise<void> {
  let live: LiveServers | undefined;
  const started = await check("live", async () => {
    await bridge(lab);
    const began = Date.now();
    live = await startLive(lab);
    const { api } = live.prometheus;
    lab.say("waiting until every rule was evaluated");
    const evaluated = (since: number) =>
      until("every rule is evaluated", EVALUATED_WITHIN_SECONDS, () => allEvaluatedSince(api, since), 500);
    await evaluated(began);
    // Rules read what others recorded: the second time all of it is there.
    await evaluated(Date.now() + 1000 * evaluatedSeconds(lab.short));
    const targets = await api.query("up == 1");
    return verdict("live", `Prometheus at ${api.url} scrapes ${targets.length} targets and evaluates all rules`);
  });
  if (!started || live === undefined) return;
  const { api } = live.prometheus;
  const servers = live;
  await check("usage", () => usageVerdicts(lab, api));
  mutants.push(...(await presentMutants(lab, api)));
  if (!lab.short) {
    await check("correlation", () => correlation(lab, api));
    await check("error budgets", () => errorBudgets(lab, api));
    await check("recording rules", () => recordings(lab, api));
    await check("panels", () => panels(lab, api));
  }
  await check("live alerts", () => firingAlerts(lab, servers));
  await check("sample service", () => sampleService(lab, servers));
  if (!lab.short) await check("node loss", () => nodeLoss(lab, servers));
  if (keep) {
    process.stdout.write(`Prometheus at ${api.url}, Alertmanager at ${servers.alertmanager.url}, until Ctrl-C\n`);
    await new Promise((resolve) => process.once("SIGINT", resolve));
  }
  await servers.prometheus.stop();
}
