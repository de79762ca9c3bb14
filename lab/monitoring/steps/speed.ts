import Table from "cli-table3";
import { type Verdict, verdict } from "../../support/verdict.ts";
import type { Lab } from "../context.ts";
import { htmlTable } from "../report/html.ts";
import type { RuleState } from "../servers/rule-state.ts";
import { RECORDED_EVERY_MINUTES } from "../speed/dataset.ts";
import { type Speed, speedAt } from "../speed/run.ts";

const TIMES = [1, 10] as const;
const SHOWN = 12;
const SAVED = 100;
const ms = (seconds: number) => (seconds * 1000).toFixed(1);

interface Row {
  readonly name: string;
  /** At each size. */
  readonly seconds: readonly number[];
}

/** How long rules and queries take for thirty services and for three hundred; said, not judged. */
export async function speed(lab: Lab): Promise<Verdict> {
  const found: Speed[] = [];
  for (const times of TIMES) found.push(await speedAt(lab, times));
  const rows = byName(found, ({ group, name }) => `${group} ${name}`);
  const groups = byName(found, ({ group }) => group);
  lab.print(`${table("group", groups)}\n${table("rule", rows.slice(0, SHOWN))}`);
  const sizes = found.map(({ rules, ...rest }) => ({ ...rest, rules: rules.length }));
  lab.save("speed.json", JSON.stringify({ sizes, groups, rules: rows.slice(0, SAVED) }, null, 1));
  const path = lab.save("speed.html", fragment(groups, "Groups") + fragment(rows.slice(0, SHOWN), "Slowest rules"));
  const [one, ten] = found as [Speed, Speed];
  const total = (of: Speed) => of.rules.reduce((sum, { evaluationSeconds }) => sum + evaluationSeconds, 0);
  const failing = found.flatMap(({ rules, times }) =>
    rules.filter(({ health }) => health !== "ok").map(({ name, error }) => `${times}×: ${name}: ${error}`),
  );
  return verdict(
    "speed",
    `all rules once: ${ms(total(one))} ms for ${one.services} services, ${ms(total(ten))} ms for ${ten.services} ` +
      `(${ratio(total(ten), total(one))}); slowest rule ${rows[0]!.name} ${rows[0]!.seconds.map(ms).join(" and ")} ms; ` +
      `all dashboards' queries ${one.querySeconds.toFixed(2)} s and ${ten.querySeconds.toFixed(2)} s ` +
      `(slowest ${ms(one.slowestQuerySeconds)} and ${ms(ten.slowestQuerySeconds)} ms); ${one.series} and ${ten.series} series in the head, ` +
      `${one.memoryMiB} and ${ten.memoryMiB} MiB; two weeks recorded each ${RECORDED_EVERY_MINUTES} min; ${path}`,
    failing,
  );
}

/** Sums by key at each size, the slowest at the largest size first. */
function byName(found: readonly Speed[], key: (rule: RuleState) => string): readonly Row[] {
  const sums = found.map(({ rules }) => {
    const all = new Map<string, number>();
    for (const rule of rules) all.set(key(rule), (all.get(key(rule)) ?? 0) + rule.evaluationSeconds);
    return all;
  });
  const rows = [...sums[0]!.keys()].map((name) => ({ name, seconds: sums.map((all) => all.get(name) ?? 0) }));
  return rows.sort((a, b) => b.seconds.at(-1)! - a.seconds.at(-1)!);
}

const ratio = (a: number, b: number) => (b === 0 ? "—" : `${(a / b).toFixed(1)}×`);

function table(what: string, rows: readonly Row[]): string {
  const text = new Table({
    head: [what, ...TIMES.map((times) => `${times}×, ms`), "ratio"],
    style: { head: [], border: [] },
  });
  for (const { name, seconds } of rows) text.push([name, ...seconds.map(ms), ratio(seconds.at(-1)!, seconds[0]!)]);
  return text.toString();
}

function fragment(rows: readonly Row[], caption: string): string {
  return htmlTable(
    `${caption}: milliseconds an evaluation`,
    ["Name", ...TIMES.map((times) => `${times}×`), "Ratio"],
    rows.map(({ name, seconds }) => [name, ...seconds.map(ms), ratio(seconds.at(-1)!, seconds[0]!)]),
  );
}
