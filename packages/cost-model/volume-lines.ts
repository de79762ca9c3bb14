import { ASSUMPTIONS, DAYS_PER_MONTH } from "./assumptions.ts";
import { type CostLine, costLine } from "./line.ts";
import type { PriceBook } from "./prices.ts";

export type IngestKey = "logs.ingest" | "logs.ingest-infrequent";

/** CloudWatch Logs of a known volume: taking in, and what stays for `retentionDays`. */
export function logLines(
  book: PriceBook,
  what: string,
  gbPerMonth: number,
  retentionDays: number,
  ingest: IngestKey = "logs.ingest",
): CostLine[] {
  const stored = (gbPerMonth * ASSUMPTIONS.logStoredShare * retentionDays) / DAYS_PER_MONTH;
  return [
    costLine(book, ingest, `${what} taken in`, gbPerMonth),
    costLine(book, "logs.storage", `${what} kept ${retentionDays} days`, stored),
  ];
}
