import type { ServicePlan } from "@pyairtable/plan";
import { SCENARIO } from "../scenario/scenario.ts";
import { type Clock, MINUTE_SECONDS, minuteBefore } from "./clock.ts";
import { constant, counter, type RawSeries } from "./series.ts";

/** A task beside a service's own that does next to nothing and costs its size. */
export interface Stray {
  readonly from: number;
  readonly to: number;
  readonly vcpu: number;
  readonly memoryGiB: number;
}

const GIB = 1024 ** 3;
/** Less than the busiest replica of any service ever uses. */
const IDLE = { vcpu: 0.002, memoryBytes: 64 * 1024 ** 2 } as const;

/** The scenario's runaways of a service within the clock. */
export function straysOf({ name }: ServicePlan, clock: Clock): readonly Stray[] {
  return SCENARIO.runaways
    .filter(({ service }) => service === name)
    .flatMap(({ tasks, size, endsHoursAgo, minutes }): Stray[] => {
      const to = minuteBefore(clock, endsHoursAgo);
      const stray = {
        from: Math.max(0, to - minutes),
        to,
        vcpu: size.cpuUnits / 1024,
        memoryGiB: size.memoryMiB / 1024,
      };
      return to <= 0 ? [] : new Array<Stray>(tasks).fill(stray);
    });
}

/** What the exporters beside them say. */
export function straySeries(service: string, strays: readonly Stray[]): RawSeries[] {
  return strays.flatMap(({ from, to, vcpu, memoryGiB }, index) => {
    const target = { job: "ecs-tasks", service, instance: `10.8.${Math.floor(index / 250)}.${(index % 250) + 1}:9779` };
    const labels = { ...target, container_name: "main" };
    const minutes = to - from;
    const seconds = new Float64Array(minutes).map((_, minute) => minute * MINUTE_SECONDS * IDLE.vcpu);
    return [
      counter("ecs_container_cpu_usage_seconds_total", labels, from, seconds, 3),
      constant("ecs_container_memory_usage_bytes", labels, from, minutes, IDLE.memoryBytes),
      constant("ecs_container_memory_page_cache_size_bytes", labels, from, minutes, 0),
      constant("ecs_task_cpu_limit_vcpus", target, from, minutes, vcpu),
      constant("ecs_task_memory_limit_bytes", target, from, minutes, memoryGiB * GIB),
    ];
  });
}
