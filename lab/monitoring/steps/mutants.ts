import { type RuleFile, SERIES as S } from "@pyairtable/monitoring";
import { BURN_WINDOWS, isAlert } from "@pyairtable/slo";
import { type Verdict, verdict } from "../../support/verdict.ts";
import type { Lab } from "../context.ts";
import type { PrometheusApi } from "../servers/api.ts";
import { anomalies } from "./anomalies.ts";
import { burnRates } from "./burn-rates.ts";
import { usageVerdicts } from "./usage.ts";

/** A rule made wrong on purpose, and whether the check that reads it saw. */
export interface Mutant {
  readonly what: string;
  readonly found: boolean;
}

/** Checks over the past, with wrong rules. */
export async function pastMutants(lab: Lab, api: PrometheusApi): Promise<Mutant[]> {
  const fast = BURN_WINDOWS.slice(0, 1);
  return [
    await mutant(
      "burn factor 10 for 14.4",
      burnRates(changed(lab, "SloErrorBudgetBurnFast", "14.4 *", "10 *"), api, fast),
    ),
    await mutant(
      "CPU full at 60% for 90%",
      anomalies(changed(lab, "CpuSaturated", "> 0.9", "> 0.6"), api, ["CpuSaturated"]),
    ),
    await mutant(
      "sleepers are down",
      anomalies(changed(lab, "ServiceDown", S.replicasExpected, S.info), api, ["ServiceDown"]),
    ),
    await mutant(
      "somebody is woken for a worker",
      anomalies(changed(lab, "ServiceDown", '{tier!="batch"}', ""), api, ["ServiceDown"]),
    ),
    await mutant(
      "a budget burnt at 3 times its pace for 5",
      anomalies(changed(lab, "CostBurnFast", "> 5 *", "> 3 *"), api, ["CostBurnFast"]),
    ),
    await mutant(
      "a slow burn over one hour for six",
      anomalies(changed(lab, "CostBurnSlow", "[6h]", "[1h]"), api, ["CostBurnSlow"]),
    ),
    ...(lab.short ? [] : await weekMutants(lab, api)),
  ];
}

/** … of those alerts that look back a week. */
async function weekMutants(lab: Lab, api: PrometheusApi): Promise<Mutant[]> {
  return [
    await mutant(
      "a month forecast from a day for a week",
      anomalies(changed(lab, "CostMonthlyForecast", "[7d]", "[1d]"), api, ["CostMonthlyForecast"]),
    ),
    await mutant(
      "a jump of an hour for a day",
      anomalies(changed(lab, "ServiceCostJump", "[1d]", "[1h]"), api, ["ServiceCostJump"]),
    ),
  ];
}

/** … and of the running server. */
export async function presentMutants(lab: Lab, api: PrometheusApi): Promise<Mutant[]> {
  const late = `${S.over} - on (service) (service:cpu_utilisation:p99_2w > bool 0.995)`;
  return [await mutant("too small from 99.5% for 90%", usageVerdicts(quiet(lab), api, late))];
}

export function mutantVerdict(mutants: readonly Mutant[]): Verdict {
  const lost = mutants.filter(({ found }) => !found);
  return verdict(
    "mutants",
    `${mutants.length - lost.length}/${mutants.length} wrong rules seen: ${mutants.map(({ what }) => what).join(", ")}`,
    lost.map(({ what }) => `nobody saw ${what}`),
  );
}

async function mutant(what: string, check: Promise<Verdict>): Promise<Mutant> {
  return { what, found: !(await check).passed };
}

/** The same lab with one alert's expression changed, and nothing of it in the report. */
function changed(lab: Lab, alert: string, from: string, to: string): Lab {
  let changes = 0;
  const files: RuleFile[] = lab.files.map((file) => ({
    ...file,
    groups: file.groups.map((group) => ({
      ...group,
      rules: group.rules.map((rule) => {
        if (!isAlert(rule) || rule.alert !== alert || !rule.expr.includes(from)) return rule;
        changes++;
        return { ...rule, expr: rule.expr.replaceAll(from, to) };
      }),
    })),
  }));
  if (changes !== 1) throw new Error(`${alert} has no ${from} to change`);
  return { ...quiet(lab), files };
}

const quiet = (lab: Lab): Lab => ({ ...lab, save: (name) => name, print: () => {} });
