import { overWindow, platformFacts, SERIES as S } from "@pyairtable/monitoring";
import { type Verdict, verdict } from "../../support/verdict.ts";
import type { Lab } from "../context.ts";
import { courses, coursesJson } from "../report/courses.ts";
import { htmlTable } from "../report/html.ts";
import { twoWeeksSvg } from "../report/two-weeks-svg.ts";
import type { PrometheusApi } from "../servers/api.ts";
import { trueUsage } from "../truth/usage.ts";

const LEAST = 0.95;
/** How far a quantile may be from the one computed without Prometheus. */
const CLOSE = 0.03;
const GIB = 1024 ** 3;
const NAMES = { 1: "over", 0: "right", [-1]: "under" } as const;

/** The rules' verdict on two weeks of each service beside the truth that the history was made from. */
export async function usageVerdicts(lab: Lab, api: PrometheusApi, judged: string = S.verdict): Promise<Verdict> {
  const truth = trueUsage(lab.plan, lab.history);
  const facts = new Map(platformFacts(lab.plan).services.map((one) => [one.service, one]));
  const read = async (name: string) =>
    new Map((await api.query(name)).map(({ labels, points }) => [labels.service ?? "", points[0]![1]]));
  const [verdicts, cpu, memory, vcpu, gib, saving, waste] = await Promise.all([
    read(judged),
    read(overWindow(S.cpuBusiest, "p99")),
    read(overWindow(S.memoryBusiest, "max")),
    read(S.recommendedVcpu),
    read(S.recommendedGiB),
    read(S.saving),
    read(S.platformWaste),
  ]);
  const rows = truth.map((one) => {
    const found = NAMES[verdicts.get(one.service) as keyof typeof NAMES] ?? "none";
    const size = { vcpu: vcpu.get(one.service) ?? 0, memoryGiB: gib.get(one.service) ?? 0 };
    const fits = one.recommended.some((other) => near(other.vcpu, size.vcpu) && near(other.memoryGiB, size.memoryGiB));
    const off = Math.max(
      distance(cpu.get(one.service), one.cpuP99),
      distance((memory.get(one.service) ?? 0) / GIB, one.memoryMaxGiB),
    );
    const { runtime, vcpu: vcpuNow, memoryBytes } = facts.get(one.service)!;
    const now = { vcpu: vcpuNow, memoryGiB: memoryBytes / GIB };
    return { ...one, runtime, now, found, size, fits, off, saving: saving.get(one.service) ?? 0 };
  });
  type Row = (typeof rows)[number];
  const share = (of: (row: Row) => boolean, among: (row: Row) => boolean) => {
    const all = rows.filter(among);
    return all.length === 0 ? 0 : all.filter(of).length / all.length;
  };
  const right = (row: Row) => row.found === row.verdict;
  const scores = (["over", "under"] as const).map((kind) => ({
    kind,
    precision: share(right, ({ found }) => found === kind),
    recall: share(right, (row) => row.verdict === kind),
  }));
  const matching = rows.filter(right).length;
  const worst = Math.max(...rows.map(({ off }) => off));
  const problems = [
    ...rows.filter((row) => !right(row)).map((row) => `${row.service}: ${row.found}, is ${row.verdict}`),
    ...rows
      .filter(({ fits }) => !fits)
      .map(({ service, size, recommended }) => `${service}: ${text(size)} recommended, ${text(recommended[1]!)} fits`),
    ...scores
      .filter(({ precision, recall }) => precision < LEAST || recall < LEAST)
      .map(({ kind }) => `precision or recall of ${kind}-provisioned is below ${LEAST}`),
    ...(worst > CLOSE ? [`a quantile is ${(worst * 100).toFixed(1)}% from the one computed without Prometheus`] : []),
  ];
  const wasteUsd = waste.get("") ?? null;
  lab.save("usage.json", JSON.stringify({ wasteUsd, worstQuantileOff: worst, scores, services: rows }, null, 1));
  const path = lab.save("usage.html", fragment(rows));
  const found = new Map(rows.map((row) => [row.service, row.found]));
  const course = await courses(api, lab.history.clock.endSeconds, (service) => found.get(service) ?? "none");
  lab.save("two-weeks.svg", twoWeeksSvg(course));
  lab.save("two-weeks.json", coursesJson(course));
  const said = scores.map(
    ({ kind, precision, recall }) => `${kind} precision ${precision.toFixed(2)} recall ${recall.toFixed(2)}`,
  );
  return verdict(
    "usage",
    `${matching}/${rows.length} services with the verdict that is true: ${said.join(", ")}; ` +
      `${rows.filter(({ fits }) => fits).length}/${rows.length} recommended sizes as computed without Prometheus; quantiles within ` +
      `${(worst * 100).toFixed(1)}%; waste ${wasteUsd?.toFixed(2) ?? "—"} USD a month; ${path}`,
    problems,
  );
}

const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;
const distance = (found: number | undefined, wanted: number) => Math.abs((found ?? 0) / wanted - 1);
const text = ({ vcpu, memoryGiB }: { vcpu: number; memoryGiB: number }) => `${vcpu} vCPU ${memoryGiB} GiB`;

function fragment(
  rows: readonly {
    service: string;
    found: string;
    verdict: string;
    size: { vcpu: number; memoryGiB: number };
    saving: number;
    cpuP99: number;
    memoryMaxGiB: number;
  }[],
): string {
  return htmlTable(
    "Two weeks of thirty services: the rules' verdict and the truth",
    ["Service", "p99 vCPU", "Most memory, GiB", "Verdict", "Truth", "Recommended", "Saving, USD a month"],
    rows.map((row) => [
      row.service,
      row.cpuP99.toFixed(3),
      row.memoryMaxGiB.toFixed(3),
      row.found,
      row.verdict,
      text(row.size),
      row.saving.toFixed(2),
    ]),
    (index) => rows[index]!.found !== rows[index]!.verdict,
  );
}
