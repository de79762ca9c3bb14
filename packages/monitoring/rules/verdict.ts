import { HOURS_PER_MONTH } from "@pyairtable/cost-model";
import type { RecordingRule } from "@pyairtable/slo";
import usage from "../data/usage.json" with { type: "json" };
import { SERIES as S } from "./names.ts";
import {
  fargateCpuExpression,
  fargateMemoryExpression,
  kubernetesCpuExpression,
  kubernetesMemoryExpression,
} from "./sizes.ts";
import { overWindow, WINDOW } from "./usage.ts";

const GIB = 1024 ** 3;
/**
 * `stay` is what is recommended; `enter` asks for more room, so that a verdict does not flap: of what would shrink, not of
 * what may stay as it is.
 */
type Mode = "enter" | "stay";
const needed = {
  vcpu: (mode: Mode) => `service:needed_cpu:vcpu_${mode}`,
  gib: (mode: Mode) => `service:needed_memory:gib_${mode}`,
};
const fitting = {
  vcpu: (mode: Mode) => (mode === "stay" ? S.recommendedVcpu : "service:fitting_cpu:vcpu_enter"),
  gib: (mode: Mode) => (mode === "stay" ? S.recommendedGiB : "service:fitting_memory:gib_enter"),
};

/** The least of one dimension that `enter` allows while the other keeps its size. */
const ALONE = { vcpu: "service:fitting_cpu:vcpu_enter_alone", gib: "service:fitting_memory:gib_enter_alone" } as const;

export interface VerdictOptions {
  /** Kubernetes says who was killed for memory; ECS shows a full memory only. */
  readonly seesOomKills: boolean;
  /** Some service's compute has a price. */
  readonly priced: boolean;
}

/** Recommendation and verdict: over-provisioned, under-provisioned or right, from two weeks, with hysteresis. */
export function verdictRules({ seesOomKills, priced }: VerdictOptions): RecordingRule[] {
  const { cpu, memory } = usage;
  return [
    ...neededRules("stay", cpu.headroom, memory.factor, seesOomKills),
    ...neededRules("enter", cpu.overEnterHeadroom, memory.overEnterFactor, seesOomKills),
    ...fittingRules("stay"),
    ...fittingRules("enter"),
    ...aloneRules(),
    {
      record: S.under,
      expr: sticky(
        S.under,
        either(
          "service:cpu_utilisation:p99_2w",
          cpu.underEnter,
          "service:memory_utilisation:max_2w",
          memory.underEnter,
        ),
        either(
          "service:cpu_utilisation:p99_2w",
          cpu.underLeave,
          "service:memory_utilisation:max_2w",
          memory.underLeave,
        ),
      ),
    },
    { record: S.over, expr: `${smaller("stay")} * on (service) ${kept(S.over, shrinks())} * (1 - ${S.under})` },
    { record: S.verdict, expr: `${S.over} - ${S.under}` },
    ...(priced ? [savingRule()] : []),
  ];
}

/** What the recommended size would save a month, USD; negative where it costs more. */
function savingRule(): RecordingRule {
  const less = (size: string, recommended: string, price: string) =>
    `(${size} - ${recommended}) * on (service) ${price}`;
  return {
    record: S.saving,
    expr:
      `(${less(S.sizeVcpu, S.recommendedVcpu, S.vcpuPrice)} + ${less(`${S.sizeBytes} / ${GIB}`, S.recommendedGiB, S.gibPrice)}) ` +
      `* on (service) avg_over_time(${S.replicas}[${WINDOW}]) * on (service) ${S.presence} * ${HOURS_PER_MONTH}`,
  };
}

/** CPU by its p99, memory by its maximum: a CPU peak waits, a memory peak is killed. Only where two weeks are known. */
function neededRules(mode: Mode, cpuHeadroom: number, memoryFactor: number, seesOomKills: boolean): RecordingRule[] {
  const known = `and on (service) ${S.history} == 1`;
  const peak = `${overWindow(S.memoryBusiest, "max")} * ${memoryFactor} / ${GIB}`;
  const killed = `${S.sizeBytes} * ${usage.memory.oomFactor} / ${GIB} and on (service) max_over_time(${S.oomKills}[${WINDOW}]) == 1`;
  return [
    { record: needed.vcpu(mode), expr: `${overWindow(S.cpuBusiest, "p99")} / ${cpuHeadroom} ${known}` },
    { record: needed.gib(mode), expr: `(${seesOomKills ? `(${killed}) or (${peak})` : peak}) ${known}` },
  ];
}

/** The smallest allowed size that holds what is needed, within the stack's limit. */
function fittingRules(mode: Mode): RecordingRule[] {
  const [vcpu, gib, chosen] = [needed.vcpu(mode), needed.gib(mode), fitting.vcpu(mode)];
  const limitGiB = `${S.limitBytes} / ${GIB}`;
  return [
    {
      record: chosen,
      expr: within(chosenBy(fargateCpuExpression(vcpu, gib), kubernetesCpuExpression(vcpu)), S.limitVcpu),
    },
    {
      record: fitting.gib(mode),
      expr: within(chosenBy(fargateMemoryExpression(chosen, gib), kubernetesMemoryExpression(gib)), limitGiB),
    },
  ];
}

/**
 * One dimension as if the other kept its size. On Fargate that takes the CPU that the memory needs, and memory of the
 * CPU's own steps; pods have both freely.
 */
function aloneRules(): RecordingRule[] {
  const [vcpu, gib] = [needed.vcpu("enter"), needed.gib("enter")];
  const sizeGiB = `(${S.sizeBytes} / ${GIB} and on (service) ${vcpu})`;
  return [
    { record: ALONE.vcpu, expr: chosenBy(fargateCpuExpression(vcpu, sizeGiB), kubernetesCpuExpression(vcpu)) },
    { record: ALONE.gib, expr: chosenBy(fargateMemoryExpression(S.sizeVcpu, gib), kubernetesMemoryExpression(gib)) },
  ];
}

/** Each service by the sizes of its own runtime. */
function chosenBy(ecs: string, kubernetes: string): string {
  const of = (expression: string, runtime: string) =>
    `((${expression}) and on (service) ${S.info}{runtime="${runtime}"})`;
  return `(${of(ecs, "ecs")} or ${of(kubernetes, "kubernetes")})`;
}

/** The lesser of the two; the limit only where there is a size. */
function within(size: string, limit: string): string {
  return `${size} < on (service) (${limit}) or on (service) ((${limit}) and on (service) ${size})`;
}

function either(cpu: string, cpuAbove: number, memory: string, memoryAbove: number): string {
  const known = `and on (service) ${S.history} == 1`;
  return `clamp_max((${cpu} > bool ${cpuAbove}) + on (service) (${memory} > bool ${memoryAbove}), 1) ${known}`;
}

const SIZE = { vcpu: `on (service) ${S.sizeVcpu}`, gib: `on (service) (${S.sizeBytes} / ${GIB})` } as const;

/** 1 where the size that fits is smaller in one dimension and larger in none. */
function smaller(mode: Mode): string {
  const [c, m] = [fitting.vcpu(mode), fitting.gib(mode)];
  const noLarger = `(${c} <= bool ${SIZE.vcpu}) * on (service) (${m} <= bool ${SIZE.gib})`;
  const oneLess = `clamp_max((${c} < bool ${SIZE.vcpu}) + on (service) (${m} < bool ${SIZE.gib}), 1)`;
  return `${noLarger} * on (service) ${oneLess}`;
}

/** Above 0 where what shrinks has the room that entering asks for: both dimensions, or one while the other stays. */
function shrinks(): string {
  const alone = `(${ALONE.vcpu} < bool ${SIZE.vcpu}) + on (service) (${ALONE.gib} < bool ${SIZE.gib})`;
  return `${alone} + on (service) (${smaller("enter")})`;
}

/** Goes to 1 on `enter`, back to 0 only when `stay` ends: the rule reads its own last result. */
function sticky(record: string, enter: string, stay: string): string {
  return `clamp_max((${enter}) + on (service) ((${stay}) * on (service) (${record} or 0 * (${stay}))), 1)`;
}

/** 1 on `enter`, and where it was 1 before. */
function kept(record: string, enter: string): string {
  return `clamp_max(${enter} + on (service) (${record} or 0 * (${enter})), 1)`;
}
