import { fargateCpuUnits, fargateMemoryMiB } from "@pyairtable/aws-facts";
import type { Runtime } from "@pyairtable/plan";
import usage from "../data/usage.json" with { type: "json" };

/** One replica's size. */
export interface Size {
  readonly vcpu: number;
  readonly memoryGiB: number;
}

const CPU_LADDER = fargateCpuUnits().map((units) => units / 1024);
const memoryLadder = (vcpu: number) => fargateMemoryMiB(vcpu * 1024).map((mib) => mib / 1024);
const step = {
  millicores: usage.kubernetes.cpuStepMillicores,
  vcpuMinimum: usage.kubernetes.cpuMinimumMillicores / 1000,
  memoryGiB: usage.kubernetes.memoryStepMiB / 1024,
  memoryMinimumGiB: usage.kubernetes.memoryMinimumMiB / 1024,
};
/** Against 0.30000000000000004 becoming one step more. */
const TOLERANCE = 1e-9;

/** The smallest size of the runtime that holds what is needed, within `limit`. The rules compute the same in PromQL. */
export function snap(runtime: Runtime, need: Size, limit: Size): Size {
  const snapped = runtime === "ecs" ? snapFargate(need) : snapKubernetes(need);
  return { vcpu: Math.min(snapped.vcpu, limit.vcpu), memoryGiB: Math.min(snapped.memoryGiB, limit.memoryGiB) };
}

function snapFargate(need: Size): Size {
  const largest = CPU_LADDER.at(-1)!;
  const byCpu = CPU_LADDER.find((vcpu) => vcpu >= need.vcpu - TOLERANCE) ?? largest;
  const byMemory = CPU_LADDER.find((vcpu) => memoryLadder(vcpu).at(-1)! >= need.memoryGiB - TOLERANCE) ?? largest;
  const vcpu = Math.max(byCpu, byMemory);
  const ladder = memoryLadder(vcpu);
  return { vcpu, memoryGiB: ladder.find((gib) => gib >= need.memoryGiB - TOLERANCE) ?? ladder.at(-1)! };
}

function snapKubernetes(need: Size): Size {
  const up = (value: number, by: number) => Math.ceil(value / by - TOLERANCE) * by;
  return {
    // In millicores, since 6 × 0.05 is a hair more than 0.3.
    vcpu: Math.max(up(need.vcpu * 1000, step.millicores) / 1000, step.vcpuMinimum),
    memoryGiB: Math.max(up(need.memoryGiB, step.memoryGiB), step.memoryMinimumGiB),
  };
}

/** PromQL of the ECS vCPU: the larger of what CPU and what memory ask for. Both arguments are vectors over `service`. */
export function fargateCpuExpression(needVcpu: string, needGiB: string): string {
  const byCpu = ladderExpression(needVcpu, CPU_LADDER, CPU_LADDER);
  const most = CPU_LADDER.map((vcpu) => memoryLadder(vcpu).at(-1)!);
  const byMemory = ladderExpression(needGiB, most, CPU_LADDER);
  return `((${byCpu}) >= (${byMemory})) or (${byMemory})`;
}

/** PromQL of the ECS memory in GiB, given the vCPU chosen. */
export function fargateMemoryExpression(vcpu: string, needGiB: string): string {
  const choices = CPU_LADDER.map((size) => {
    const ladder = memoryLadder(size);
    return `(${vcpu} == bool ${size}) * (${evenly(needGiB, ladder) ?? ladderExpression(needGiB, ladder, ladder)})`;
  });
  return choices.join(" + ");
}

export function kubernetesCpuExpression(needVcpu: string): string {
  const { millicores, vcpuMinimum } = step;
  return `clamp_min(ceil(${needVcpu} * 1000 / ${millicores} - ${TOLERANCE}) * ${millicores} / 1000, ${vcpuMinimum})`;
}

export function kubernetesMemoryExpression(needGiB: string): string {
  return `clamp_min(ceil(${needGiB} / ${step.memoryGiB} - ${TOLERANCE}) * ${step.memoryGiB}, ${step.memoryMinimumGiB})`;
}

/** `values[i]` for the first i whose bound holds the need; the last value beyond: a sum of steps, no joins. */
function ladderExpression(need: string, bounds: readonly number[], values: readonly number[]): string {
  const steps = values.slice(1).map((value, index) => {
    const rise = value - values[index]!;
    return `${rise} * (${need} > bool ${bounds[index]! + TOLERANCE})`;
  });
  return [String(values[0]), ...steps].join(" + ");
}

function evenly(need: string, ladder: readonly number[]): string | null {
  const [first, last] = [ladder[0]!, ladder.at(-1)!];
  const by = ladder[1]! - first;
  if (ladder.some((value, index) => value !== first + index * by)) return null;
  return `clamp(ceil(${need} / ${by} - ${TOLERANCE}) * ${by}, ${first}, ${last})`;
}
