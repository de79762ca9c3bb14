import { platformFacts, type Size } from "@pyairtable/monitoring";
import type { Plan } from "@pyairtable/plan";
import type { TrueVerdict } from "../scenario/scenario.ts";
import type { History, ServiceHistory } from "../series/history.ts";
import { SLOT_WEIGHTS } from "../series/replicas.ts";
import { quantile } from "../series/season.ts";
import { allSizes, isTooLarge, leastThatHolds } from "./sizes.ts";

/** What two weeks of a service come to, computed from the history itself and without Prometheus. */
export interface TrueUsage {
  readonly service: string;
  readonly verdict: TrueVerdict;
  /** 99th percentile of the busiest replica, vCPU. */
  readonly cpuP99: number;
  /** Maximum of the fullest replica, GiB. */
  readonly memoryMaxGiB: number;
  /** Sizes that are right: two where the need is within a hair of a step. */
  readonly recommended: readonly Size[];
}

const WINDOW_MINUTES = 14 * 1440;
const RATE_MINUTES = 5;
/** The catalog's rules for sizes: CPU at no more than 80%, memory with 15% to spare, a quarter more after a kill. */
const STAY = { cpu: 0.8, memory: 1.15 } as const;
/** … and what has to be left of a dimension that is to shrink before anybody is told. */
const ENTER = { cpu: 0.7, memory: 1.25 } as const;
const OOM_FACTOR = 1.25;
/** Beyond this share of its size a service has too little. */
const FULL = 0.9;
const HAIR = 0.015;
const GIB = 1024 ** 3;

export function trueUsage(plan: Plan, history: History): readonly TrueUsage[] {
  const facts = new Map(platformFacts(plan).services.map((one) => [one.service, one]));
  return history.services.map((one): TrueUsage => {
    const { service, runtime, vcpu, memoryBytes, vcpuMax, memoryBytesMax } = facts.get(one.service.name)!;
    const { cpu, memory } = busiest(one, history.clock.minutes);
    const runs = (minute: number) => !Number.isNaN(cpu[minute]!);
    const cpuP99 = quantile(cpu, 0.99, runs) * vcpu;
    const memoryMaxGiB = quantile(memory, 1, (minute) => !Number.isNaN(memory[minute]!)) * (memoryBytes / GIB);
    const has = { vcpu, memoryGiB: memoryBytes / GIB };
    const killed = one.usage.oomKills.length > 0;
    const need = (room: typeof STAY | typeof ENTER, factor = 1): Size => ({
      vcpu: (factor * cpuP99) / room.cpu,
      memoryGiB: factor * (killed ? has.memoryGiB * OOM_FACTOR : memoryMaxGiB * room.memory),
    });
    const limit = { vcpu: vcpuMax, memoryGiB: memoryBytesMax / GIB };
    const sizes = allSizes(runtime, limit);
    const recommended = [1 - HAIR, 1, 1 + HAIR].map((factor) => leastThatHolds(sizes, need(STAY, factor)) ?? limit);
    const small = cpuP99 / vcpu > FULL || memoryMaxGiB / has.memoryGiB > FULL;
    const large = isTooLarge(sizes, has, { stay: need(STAY), enter: need(ENTER) });
    return { service, verdict: small ? "under" : large ? "over" : "right", cpuP99, memoryMaxGiB, recommended };
  });
}

/** Shares of the last two weeks, a minute each; NaN where nothing runs. CPU as a rate over five minutes sees it. */
function busiest({ life, usage }: ServiceHistory, minutes: number): { cpu: Float64Array; memory: Float64Array } {
  const first = minutes - WINDOW_MINUTES;
  const cpu = new Float64Array(WINDOW_MINUTES).fill(Number.NaN);
  const memory = new Float64Array(WINDOW_MINUTES).fill(Number.NaN);
  const raise = (values: Float64Array, minute: number, value: number): void => {
    const before = values[minute - first]!;
    if (!(before >= value)) values[minute - first] = value;
  };
  for (const { slot, from, to } of life.replicas) {
    const weight = SLOT_WEIGHTS[slot]!;
    for (let minute = Math.max(from, first); minute < Math.min(to, minutes); minute++) {
      raise(memory, minute, usage.memory[minute]! * weight);
      // The first sample of a counter has nothing to be compared with.
      const since = Math.max(from + 1, minute - RATE_MINUTES + 1);
      if (since > minute) continue;
      let sum = 0;
      for (let one = since; one <= minute; one++) sum += usage.cpu[one]!;
      raise(cpu, minute, (sum / (minute - since + 1)) * weight);
    }
  }
  return { cpu, memory };
}
