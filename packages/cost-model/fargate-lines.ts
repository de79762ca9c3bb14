import type { Architecture } from "@pyairtable/plan";
import { HOURS_PER_MONTH } from "./assumptions.ts";
import type { AverageTasks } from "./average-tasks.ts";
import { type CostLine, costLine } from "./line.ts";
import type { PriceBook } from "./prices.ts";

export interface TaskSize {
  readonly architecture: Architecture;
  readonly cpuUnits: number;
  readonly memoryMiB: number;
}

/** vCPU and memory hours of `tasks` running tasks on one provider; nothing for zero tasks. */
export function fargateLines(book: PriceBook, size: TaskSize, provider: keyof AverageTasks, tasks: number): CostLine[] {
  if (tasks === 0) return [];
  const family = provider === "spot" ? "fargate-spot" : "fargate";
  const label = `${provider === "spot" ? "Fargate Spot" : "Fargate"} ${size.architecture}, ${round(tasks)} tasks`;
  const hours = tasks * HOURS_PER_MONTH;
  return [
    costLine(book, `${family}.${size.architecture}.vcpu`, `${label}: vCPU`, (hours * size.cpuUnits) / 1024),
    costLine(book, `${family}.${size.architecture}.memory`, `${label}: memory`, (hours * size.memoryMiB) / 1024),
  ];
}

function round(tasks: number): number {
  return Math.round(tasks * 100) / 100;
}
