import type { Architecture } from "@pyairtable/plan";
import { HOURS_PER_MONTH } from "../assumptions.ts";
import type { AverageTasks } from "../average-tasks.ts";
import { type CostLine, costLine } from "../line.ts";
import type { PriceBook } from "../prices.ts";
import { NODES } from "./assumptions.ts";

export interface PodSize {
  readonly architecture: Architecture;
  /** Requests of all its containers. */
  readonly cpuMillicores: number;
  readonly memoryMiB: number;
}

/** The share of nodes that `pods` running pods pay for: vCPU, memory and disk; nothing for zero pods. */
export function podLines(book: PriceBook, size: PodSize, provider: keyof AverageTasks, pods: number): CostLine[] {
  if (pods === 0) return [];
  const family = provider === "spot" ? "node-spot" : "node";
  const label = `EC2 ${provider === "spot" ? "Spot " : ""}nodes ${size.architecture}, ${Math.round(pods * 100) / 100} pods`;
  const vcpu = pods * (size.cpuMillicores / 1000) * NODES.overhead.cpu;
  const gib = pods * (size.memoryMiB / 1024) * NODES.overhead.memory;
  return [
    costLine(book, `${family}.${size.architecture}.vcpu`, `${label}: vCPU`, vcpu * HOURS_PER_MONTH),
    costLine(book, `${family}.${size.architecture}.memory`, `${label}: memory`, gib * HOURS_PER_MONTH),
    costLine(book, "ebs.gp3", `${label}: disk`, (vcpu / NODES.vcpu) * NODES.diskGb),
  ];
}
