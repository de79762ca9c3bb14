import { SERIES as S } from "@pyairtable/monitoring";
import type { PrometheusApi } from "../servers/api.ts";
import type { Course } from "./two-weeks-svg.ts";

const DAYS = 14;
const STEP_SECONDS = 2 * 3600;

/** Two weeks of each service as the server recorded them, the highest of each two hours. */
export async function courses(
  api: PrometheusApi,
  endSeconds: number,
  verdictOf: (service: string) => string,
): Promise<readonly Course[]> {
  const start = endSeconds - DAYS * 86_400;
  const read = async (series: string) => {
    const answers = await api.queryRange(`max_over_time(${series}[2h])`, start, endSeconds, STEP_SECONDS);
    return new Map(answers.map(({ labels, points }) => [labels.service!, evenly(points, start, endSeconds)]));
  };
  const [cpu, memory] = [await read(S.cpuUtilisationMax), await read(S.memoryUtilisationMax)];
  return [...cpu.keys()].sort().map((service) => ({
    service,
    verdict: verdictOf(service),
    cpu: cpu.get(service) ?? [],
    memory: memory.get(service) ?? [],
  }));
}

function evenly(points: readonly (readonly [number, number])[], start: number, end: number): number[] {
  const values: number[] = new Array(Math.floor((end - start) / STEP_SECONDS) + 1).fill(Number.NaN);
  for (const [seconds, value] of points) values[Math.round((seconds - start) / STEP_SECONDS)] = value;
  return values;
}

/** The same for other programs: shares with three digits, null where nothing ran. */
export function coursesJson(all: readonly Course[]): string {
  const rounded = (values: readonly number[]) =>
    Array.from(values, (value) => (Number.isFinite(value) ? Math.round(value * 1000) / 1000 : null));
  const services = all.map(({ service, cpu, memory }) => ({ service, cpu: rounded(cpu), memory: rounded(memory) }));
  return JSON.stringify({ days: DAYS, stepSeconds: STEP_SECONDS, services });
}
