import { correlationName } from "@pyairtable/monitoring";
import { type Verdict, verdict } from "../../support/verdict.ts";
import type { Lab } from "../context.ts";
import { scenarioOf } from "../plan.ts";
import type { PrometheusApi } from "../servers/api.ts";

/** Between those that follow and those that don't there is nothing in this history. */
const FOLLOWS = 0.5;
const APART = 0.2;
/** From here on answers wait in the scenario, where something limits the CPU. */
const FULL = 0.9;

/** Whose speed follows its CPU over two weeks: those that wait for it, and nobody else. */
export async function correlation({ plan }: Lab, api: PrometheusApi): Promise<Verdict> {
  const answers = await api.query(`${correlationName("2w")}{resource="cpu"}`);
  const found = new Map(answers.map(({ labels, points }) => [labels.service!, points[0]![1]]));
  const waits = (service: string) => {
    const { runtime, cpu, cpuPeak } = scenarioOf(service);
    return cpuPeak > FULL && (runtime === "ecs" || cpu === "throttled");
  };
  const names = plan.services.map(({ name }) => name);
  const following = names.filter(waits);
  const value = (service: string) => found.get(service) ?? Number.NaN;
  const others = names
    .filter((service) => !waits(service) && found.has(service))
    .map((service) => Math.abs(value(service)));
  const problems = [
    ...following.filter((service) => !(value(service) > FOLLOWS)).map((service) => `${service}: ${value(service)}`),
    ...names
      .filter((service) => !waits(service) && Math.abs(value(service)) > APART)
      .map((service) => `${service}: ${value(service).toFixed(2)}, though its speed has nothing to do with its CPU`),
  ];
  return verdict(
    "correlation",
    `p95 follows CPU in ${following.map((service) => `${service} (${value(service).toFixed(2)})`).join(", ")}; ` +
      `at most ${Math.max(...others).toFixed(2)} in the other ${others.length} that have both`,
    problems,
  );
}
