import { HOURS_PER_MONTH } from "../assumptions.ts";
import { type CostLine, costLine } from "../line.ts";
import type { PriceBook } from "../prices.ts";
import { instanceLines } from "../usage-lines.ts";
import { type IngestKey, logLines } from "../volume-lines.ts";
import { NODES } from "./assumptions.ts";

export function controlPlaneLine(book: PriceBook): CostLine {
  return costLine(book, "eks.hour", "EKS control plane", HOURS_PER_MONTH);
}

export function controlPlaneLogLines(book: PriceBook, retentionDays: number, ingest?: IngestKey): CostLine[] {
  return logLines(book, "control plane logs", NODES.controlPlaneLogGbPerMonth, retentionDays, ingest);
}

/** A fixed group of nodes. Throws an `Error` for a type without a price. */
export function nodeGroupLines(book: PriceBook, type: string, count: number, diskGb: number): CostLine[] {
  return Array.from({ length: count }, () => instanceLines(book, type, diskGb)).flat();
}

export function interruptionQueueLine(book: PriceBook): CostLine {
  return costLine(book, "sqs.requests", "polls of the interruption queue", NODES.queueMillionRequestsPerMonth);
}
