import { show, UserError } from "@pyairtable/diagnostics";
import type { Plan } from "@pyairtable/plan";
import { availabilityOf } from "@pyairtable/spot-risk";
import { simulatePlan } from "@pyairtable/spot-risk/simulate";
import { loadPlan } from "../stacks/config/load.ts";
import { optionsCommand } from "./lib/options-command.ts";
import { type Column, formatTable } from "./lib/table.ts";

const OPTIONS = {
  stack: { type: "string", value: "name", help: "the environment", default: "prod" },
  years: { type: "string", value: "n", help: "years to play, 2 to 100000", default: "2000" },
  seed: { type: "string", value: "n", help: "seed of the random draws", default: "1" },
  json: { type: "boolean", help: "as JSON" },
} as const;

const right = (title: string): Column => ({ title, align: "right" });
const COLUMNS: readonly Column[] = [
  { title: "service" },
  { title: "tier" },
  right("on demand + Spot"),
  right("needed"),
  right("available %"),
  right("95% interval"),
  right("closed form"),
  right("SLO %"),
  { title: "SLO" },
  right("worst outage, min"),
  { title: "lives without Spot" },
  right("storms a year borne"),
];

await optionsCommand("simulate", "Availability of every service under loss of Spot.", OPTIONS, (options) => {
  const years = wholeNumber("--years", options.years, 2, 100_000);
  const seed = wholeNumber("--seed", options.seed, 0, 2 ** 31 - 1);
  const plan = loadPlan(options.stack);
  const simulated = simulatePlan(plan, { seed, years });
  const value = { environment: plan.environment, years, seed, fallback: false, ...simulated };
  process.stdout.write(options.json ? `${JSON.stringify(value, null, 2)}\n` : `${text(plan, simulated, years)}\n`);
});

function text(plan: Plan, simulated: ReturnType<typeof simulatePlan>, years: number): string {
  const closed = availabilityOf(plan);
  const rows = plan.services.map(({ name, tier }) => {
    const one = simulated.services[name]!;
    const { low, high } = one.intervalPercent;
    return [
      name,
      tier,
      `${one.onDemandTasks} + ${one.spotTasks}`,
      one.neededTasks,
      one.availabilityPercent.toFixed(4),
      `${low.toFixed(4)} – ${high.toFixed(4)}`,
      closed.services[name]!.availabilityPercent.toFixed(4),
      one.sloPercent,
      one.sloMet ? "met" : "MISSED",
      one.worstOutageMinutes,
      one.survivesTotalSpotLoss ? "yes" : "no",
      one.stormsPerYearTolerated ?? "any",
    ];
  });
  const { lowest, slosMet } = simulated;
  const summary = lowest === null ? "no services" : `lowest ${lowest.availabilityPercent}% (${lowest.service})`;
  return [
    formatTable(COLUMNS, rows),
    `${plan.environment}, ${years} years played: ${summary}; objectives ${slosMet ? "all met" : "NOT all met"}`,
    `Counts Spot interruptions, storms and faults of single tasks.\n${fallbacks(plan)}\n` +
      "Left out: deployments, dependencies, loss of a zone. The rate of storms is an assumption; the last column says how\n" +
      "many a year each objective would bear. See packages/spot-risk/README.md.",
  ].join("\n\n");
}

function fallbacks({ services }: Plan): string {
  const pods = services.filter(({ runtime }) => runtime === "kubernetes").length;
  const says = [
    ...(pods < services.length ? ["Fargate never falls back from Spot to on-demand."] : []),
    ...(pods > 0 ? ["Pods of lost Spot nodes come back on on-demand ones; spread pods wait for Spot."] : []),
  ];
  return says.join(" ");
}

function wholeNumber(flag: string, value: string, least: number, most: number): number {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  const wanted = `a whole number, ${least} to ${most}`;
  const diagnostic = { code: "command.option", path: `simulate ${flag}`, got: show(value), wanted };
  throw new UserError("simulate", [{ ...diagnostic, fix: "Write the number without sign or point." }]);
}
