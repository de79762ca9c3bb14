import { platformFacts, type Size, snap } from "@pyairtable/monitoring";
import type { Plan } from "@pyairtable/plan";
import { scenarioOf } from "../plan.ts";
import type { TrueVerdict } from "../scenario/scenario.ts";
import type { History, ServiceHistory } from "../series/history.ts";
import { SLOT_WEIGHTS } from "../series/replicas.ts";
import { quantile } from "../series/season.ts";

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
const CPU_HEADROOM = 0.8;
const MEMORY_FACTOR = 1.15;
const OOM_FACTOR = 1.25;
const HAIR = 0.015;
const GIB = 1024 ** 3;

export function trueUsage(plan: Plan, history: History): readonly TrueUsage[] {
  const facts = new Map(platformFacts(plan).services.map((one) => [one.service, one]));
  return history.services.map((one) => {
    const { service, runtime, vcpu, memoryBytes, vcpuMax, memoryBytesMax } = facts.get(one.service.name)!;
    const { cpu, memory } = busiest(one, history.clock.minutes);
    const runs = (minute: number) => !Number.isNaN(cpu[minute]!);
    const cpuP99 = quantile(cpu, 0.99, runs) * vcpu;
    const memoryMaxGiB = quantile(memory, 1, (minute) => !Number.isNaN(memory[minute]!)) * (memoryBytes / GIB);
    const killed = one.usage.oomKills.length > 0;
    const need = {
      vcpu: cpuP99 / CPU_HEADROOM,
      memoryGiB: killed ? (memoryBytes / GIB) * OOM_FACTOR : memoryMaxGiB * MEMORY_FACTOR,
    };
    const limit = { vcpu: vcpuMax, memoryGiB: memoryBytesMax / GIB };
    const recommended = [1 - HAIR, 1, 1 + HAIR].map((factor) =>
      snap(runtime, { vcpu: need.vcpu * factor, memoryGiB: need.memoryGiB * factor }, limit),
    );
    return { service, verdict: scenarioOf(service).verdict, cpuP99, memoryMaxGiB, recommended };
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
