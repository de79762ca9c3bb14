import type { ServicePlan } from "@pyairtable/plan";
import { scenarioOf } from "../plan.ts";
import type { ServiceScenario } from "../scenario/scenario.ts";
import type { Clock } from "./clock.ts";
import { randomOf } from "./random.ts";
import type { Life } from "./replicas.ts";
import { quantile } from "./season.ts";

/** What the busiest replica uses in each minute, as shares of its size. */
export interface Usage {
  readonly cpu: Float64Array;
  readonly memory: Float64Array;
  /** Share of each minute in which some thread waits for a CPU. */
  readonly waiting: Float64Array;
  /** Minutes in which the busiest replica is killed for memory. */
  readonly oomKills: readonly number[];
}

const IDLE = 0.06;
const NOISE = 0.03;
/** Memory at night, as a share of its peak. */
const MEMORY_FLOOR = 0.72;
const SPIKE_MINUTES = 30;
const SPIKES = 5;

export function usageOf(service: ServicePlan, life: Life, load: Float64Array, clock: Clock): Usage {
  const scenario = scenarioOf(service.name);
  const runs = runningMinutes(life, load.length);
  const random = randomOf("usage", service.name);
  const cpu = cpuOf(scenario, load, runs, clock, random);
  const { memory, oomKills } = memoryOf(scenario, life, load, runs, clock, random);
  return { cpu, memory, oomKills, waiting: waitingOf(scenario, cpu) };
}

/** In nearly every moment where none is left to have; where the node has more to give, hardly ever. */
function waitingOf({ cpu: kind }: ServiceScenario, cpu: Float64Array): Float64Array {
  return cpu.map((share) => (kind === undefined ? 0.01 : Math.min(0.9, Math.max(0.01, (share - 0.85) * 6))));
}

/** 1 in each minute in which the first place is taken. */
function runningMinutes(life: Life, length: number): Uint8Array {
  const runs = new Uint8Array(length);
  for (const { slot, from, to } of life.replicas) if (slot === 0) runs.fill(1, from, to);
  return runs;
}

function cpuOf(
  { cpuPeak, cpu, runtime }: ServiceScenario,
  load: Float64Array,
  runs: Uint8Array,
  clock: Clock,
  random: () => number,
): Float64Array {
  const peak = quantile(load, 0.99, (minute) => minute < clock.minutes && runs[minute] === 1);
  const rise = (cpuPeak - IDLE) / peak;
  const most = runtime === "ecs" || cpu === "throttled" ? 1 : Number.POSITIVE_INFINITY;
  const share = load.map((one) => Math.min(most, (IDLE + rise * one) * (1 + NOISE * (2 * random() - 1))));
  if (cpu === "rare-spikes") {
    for (let spike = 0; spike < SPIKES; spike++) {
      const at = Math.floor(random() * (clock.minutes - SPIKE_MINUTES));
      share.fill(1, at, at + SPIKE_MINUTES);
    }
  }
  return share;
}

function memoryOf(
  { memoryPeak, memory: kind }: ServiceScenario,
  life: Life,
  load: Float64Array,
  runs: Uint8Array,
  clock: Clock,
  random: () => number,
): Pick<Usage, "memory" | "oomKills"> {
  const usual = kind === undefined ? memoryPeak : 0.62;
  const highest = quantile(load, 1, (minute) => minute < clock.minutes && runs[minute] === 1);
  const memory = load.map((one) => {
    const season = MEMORY_FLOOR + (1 - MEMORY_FLOOR) * Math.min(1, one / highest);
    return usual * season * (1 - 0.01 * random());
  });
  const lives = life.replicas.filter(({ slot, from }) => slot === 0 && from < clock.minutes);
  const oomKills: number[] = [];
  if (lives.length === 0) return { memory, oomKills };
  if (kind === "leak") {
    for (const { from, to } of lives) rise(memory, from, to, 0.5, memoryPeak);
  }
  if (kind === "spike") {
    const { from, to } = lives[Math.floor(lives.length / 2)]!;
    const at = Math.floor((from + to) / 2);
    memory.fill(memoryPeak, at, at + 60);
  }
  if (kind === "oom") {
    for (const part of [0.4, 0.7]) {
      const { from, to } = lives[Math.floor(lives.length * part)]!;
      const killed = Math.floor((from + to) / 2);
      rise(memory, from, killed, 0.5, memoryPeak);
      oomKills.push(killed);
    }
  }
  return { memory, oomKills };
}

function rise(values: Float64Array, from: number, to: number, first: number, last: number): void {
  for (let minute = from; minute < to; minute++) {
    values[minute] = first + ((last - first) * (minute - from)) / Math.max(1, to - from - 1);
  }
}
